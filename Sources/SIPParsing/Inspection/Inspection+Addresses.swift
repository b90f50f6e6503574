/// Addresses and URIs (RFC 3261 sections 20 and 25.1).
extension Inspection {
    /// name-addr or addr-spec, and parameters.
    mutating func inspectAddress(
        _ form: HeaderForm, _ bytes: Span<UInt8>, _ range: Range<Int>, needsBrackets: Bool = false
    ) -> Int {
        let (start, end) = (range.lowerBound, range.upperBound)
        let followsBare = followsBareAddress
        followsBareAddress = false
        var name = start
        if bytes[start] == ASCII.quote {
            guard let close = bytes.endOfQuotedString(from: start, to: end) else {
                note(.badAddress, range)
                return end
            }
            name = bytes.endOfWhitespace(from: close, to: end)
        }
        let stop = endOfDisplayName(form, bytes, name..<end)
        if bytes.has(ASCII.less, at: stop, before: end) {
            let isQuoted = name > start
            if isQuoted ? name < stop : bytes.end(of: .tokensAndSpace, from: start, to: stop) < stop {
                note(.badDisplayName, bytes.trimmed(start..<stop))
            }
            return inspectParameters(form, bytes, inspectBrackets(bytes, stop..<end)..<end)
        }
        let address = bytes.trimmed(start..<stop)
        if name > start || address.isEmpty {
            note(.badAddress, start..<stop)
        } else if needsBrackets {
            note(bytes.endOfScheme(address) == nil ? .badAddress : .unbracketedURI, address)
        } else {
            followsBareAddress = true
            inspectBareAddress(form, bytes, address, followsBare: followsBare)
        }
        return inspectParameters(form, bytes, stop..<end)
    }

    /// An addr-spec: what may stand without brackets holds no comma and no question mark (RFC 3261 section 20).
    private mutating func inspectBareAddress(
        _ form: HeaderForm, _ bytes: Span<UInt8>, _ address: Range<Int>, followsBare: Bool
    ) {
        let hasScheme = bytes.endOfScheme(address) != nil
        let isSplit =
            bytes.offset(of: ASCII.question, from: address.lowerBound, to: address.upperBound) != nil
            || bytes.offset(of: ASCII.comma, from: address.lowerBound, to: address.upperBound) != nil
        if hasScheme ? isSplit : followsBare {
            note(.unbracketedURI, address)
        } else if !bytes.isURI(address) {
            note(.badURI, address)
        }
    }

    /// The offset of the bracket, or of what ends the value when there is none.
    private func endOfDisplayName(_ form: HeaderForm, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        var offset = range.lowerBound
        while offset < range.upperBound {
            switch bytes[offset] {
            case ASCII.less, ASCII.semicolon: return offset
            case ASCII.comma where form.isListed: return offset
            default: offset += 1
            }
        }
        return offset
    }

    /// LAQUOT addr-spec RAQUOT at the start of the range; returns the offset after it.
    mutating func inspectBrackets(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        let inside = range.lowerBound + 1
        guard let close = bytes.offset(of: ASCII.greater, from: inside, to: range.upperBound) else {
            note(.badAddress, range)
            return range.upperBound
        }
        if inside == close || bytes.offset(of: ASCII.less, from: inside, to: close) != nil {
            var end = close + 1
            while bytes.has(ASCII.greater, at: end, before: range.upperBound) { end += 1 }
            note(.badAddress, range.lowerBound..<end)
            return end
        }
        if !bytes.isURI(inside..<close) {
            note(.badURI, inside..<close)
        }
        return close + 1
    }

    /// LAQUOT absoluteURI RAQUOT, and parameters.
    mutating func inspectBracketedURI(_ form: HeaderForm, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        guard bytes[range.lowerBound] != ASCII.less else {
            return inspectParameters(form, bytes, inspectBrackets(bytes, range)..<range.upperBound)
        }
        let stop = bytes.endOfPiece(from: range.lowerBound, to: range.upperBound, isListed: form.isListed)
        let uri = range.lowerBound..<stop
        note(bytes.endOfScheme(uri) == nil ? .badAddress : .unbracketedURI, uri)
        return inspectParameters(form, bytes, stop..<range.upperBound)
    }

    /// A URI up to a comma.
    mutating func inspectBareURI(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        let stop =
            bytes.offset(of: ASCII.comma, from: range.lowerBound, to: range.upperBound) ?? range.upperBound
        let uri = bytes.trimmed(range.lowerBound..<stop)
        if !bytes.isURI(uri) { note(.badURI, uri) }
        return stop
    }
}
