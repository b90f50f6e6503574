/// The grammar of URIs (RFC 3261 sections 19.1.1 and 25.1).
extension Span where Element == UInt8 {
    /// Whether the range is a URI from end to end: SIP and SIPS by their own grammar, others by the general one. A
    /// Request-URI has no header fields (RFC 3261 section 19.1.1).
    func isURI(_ range: Range<Int>, allowsHeaders: Bool = true) -> Bool {
        guard let colon = endOfScheme(range) else { return false }
        let rest = (colon + 1)..<range.upperBound
        switch lowercasedWord(from: range.lowerBound, to: rest.lowerBound) {
        case 0x3A_70_69_73, 0x3A_73_70_69_73: return isSIPAddress(rest, allowsHeaders: allowsHeaders)
        default:
            return !rest.isEmpty && endOfEscaped(.anyURI, from: rest.lowerBound, to: rest.upperBound) == rest.upperBound
        }
    }

    /// The offset of the colon behind the scheme, when the range begins with one.
    func endOfScheme(_ range: Range<Int>) -> Int? {
        guard let first = range.first, ASCII.isLetter(self[first]) else { return nil }
        var offset = first + 1
        while offset < range.upperBound {
            let byte = self[offset]
            if byte == ASCII.colon { return offset }
            guard ASCII.isLetter(byte) || ASCII.digit(byte) != nil || byte == 43 || byte == 45 || byte == 46 else {
                return nil
            }
            offset += 1
        }
        return nil
    }

    /// What stands behind `sip:`: [ userinfo "@" ] hostport uri-parameters [ headers ].
    private func isSIPAddress(_ range: Range<Int>, allowsHeaders: Bool) -> Bool {
        let end = range.upperBound
        var offset = range.lowerBound
        if let at = self.offset(of: ASCII.at, from: offset, to: end) {
            let user = endOfEscaped(.user, from: offset, to: at)
            guard user > offset else { return false }
            offset = user
            if has(ASCII.colon, at: user, before: at) {
                offset = endOfEscaped(.password, from: user + 1, to: at)
            }
            guard offset == at else { return false }
            offset = at + 1
        }
        guard let host = endOfHost(from: offset, to: end) else { return false }
        offset = host
        if has(ASCII.colon, at: host, before: end) {
            offset = self.end(of: .digits, from: host + 1, to: end)
            guard offset > host + 1, cappedNumber((host + 1)..<offset) <= 65_535 else { return false }
        }
        while has(ASCII.semicolon, at: offset, before: end) {
            guard let parameter = endOfPair(.uriParameter, from: offset + 1, to: end) else { return false }
            offset = parameter
        }
        guard allowsHeaders, has(ASCII.question, at: offset, before: end) else { return offset == end }
        repeat {
            let name = endOfEscaped(.uriHeader, from: offset + 1, to: end)
            guard name > offset + 1, has(ASCII.equals, at: name, before: end) else { return false }
            offset = endOfEscaped(.uriHeader, from: name + 1, to: end)
        } while has(ASCII.ampersand, at: offset, before: end)
        return offset == end
    }

    /// The offset after a name, and after an equals sign and a value where there are such.
    private func endOfPair(_ set: ByteSet, from start: Int, to end: Int) -> Int? {
        let name = endOfEscaped(set, from: start, to: end)
        guard name > start else { return nil }
        guard has(ASCII.equals, at: name, before: end) else { return name }
        let value = endOfEscaped(set, from: name + 1, to: end)
        return value > name + 1 ? value : nil
    }

    /// The offset after the host that begins at `start`: hostname, IPv4address or IPv6reference; nil for none.
    func endOfHost(from start: Int, to end: Int) -> Int? {
        if has(ASCII.openingBracket, at: start, before: end) {
            let close = self.end(of: .ipv6, from: start + 1, to: end)
            guard has(ASCII.closingBracket, at: close, before: end), isIPv6((start + 1)..<close) else { return nil }
            return close + 1
        }
        let host = self.end(of: .hostname, from: start, to: end)
        return host > start ? host : nil
    }

    /// Whether the range is an IPv6 address (RFC 4291 section 2.2). The third colon in front of an IPv4 address that
    /// RFC 3261's grammar makes is let pass (RFC 5118 section 4.10).
    func isIPv6(_ range: Range<Int>) -> Bool {
        let end = range.upperBound
        var offset = range.lowerBound
        var groups = 0
        var isCompressed = false
        if has(ASCII.colon, at: offset, before: end) {
            guard has(ASCII.colon, at: offset + 1, before: end) else { return false }
            isCompressed = true
            offset += 2
        }
        while offset < end {
            var digits = offset
            while digits < end, digits - offset <= 4, ASCII.hexDigit(self[digits]) != nil { digits += 1 }
            if has(46, at: digits, before: end) {
                groups += 2
                guard isIPv4(offset..<end) else { return false }
                break
            }
            guard (1...4).contains(digits - offset) else { return false }
            groups += 1
            offset = digits
            guard offset < end else { break }
            guard self[offset] == ASCII.colon, offset + 1 < end else { return false }
            offset += 1
            if self[offset] == ASCII.colon {
                guard !isCompressed else { return false }
                isCompressed = true
                offset += 1
                if has(ASCII.colon, at: offset, before: end), self.offset(of: 46, from: offset, to: end) != nil {
                    offset += 1
                }
            }
        }
        return isCompressed ? groups < 8 : groups == 8
    }

    /// IPv4address: four numbers of one to three digits.
    private func isIPv4(_ range: Range<Int>) -> Bool {
        var offset = range.lowerBound
        for part in 0..<4 {
            let digits = end(of: .digits, from: offset, to: range.upperBound)
            guard (1...3).contains(digits - offset) else { return false }
            offset = digits
            if part < 3 {
                guard has(46, at: offset, before: range.upperBound) else { return false }
                offset += 1
            }
        }
        return offset == range.upperBound
    }
}
