/// The header fields that correlation needs of every message, read as they pass.
extension MessageParser {
    @inline(__always)
    mutating func readCore(_ bytes: Span<UInt8>, _ name: HeaderName, _ value: ByteRange) {
        switch name {
        case .via: readVia(bytes, value)
        case .from:
            guard message.from == nil else { return note(.repeatedField, value.range) }
            message.from = value
            message.fromTag = tag(bytes, value)
        case .to:
            guard message.to == nil else { return note(.repeatedField, value.range) }
            message.to = value
            message.toTag = tag(bytes, value)
        case .callID:
            guard message.callID == nil else { return note(.repeatedField, value.range) }
            message.callID = value
        case .cSeq: readCSeq(bytes, value)
        case .contentLength: readContentLength(bytes, value)
        default: break
        }
    }

    /// CSeq = 1*DIGIT LWS Method (RFC 3261 section 20.16); the number is below 2^31 (section 8.1.1.5).
    private mutating func readCSeq(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard !cseqSeen else { return note(.repeatedField, value.range) }
        cseqSeen = true
        var offset = value.range.lowerBound
        let end = value.range.upperBound
        var number: UInt64 = 0
        let digits = offset
        while offset < end, number <= UInt64(UInt32.max), let digit = ASCII.digit(bytes[offset]) {
            number = number &* 10 &+ UInt64(digit)
            offset &+= 1
        }
        let numberEnd = offset
        while offset < end, ASCII.isWhitespace(bytes[offset]) { offset &+= 1 }
        guard let kept = UInt32(exactly: number), numberEnd > digits, offset > numberEnd, offset < end else {
            return note(.badCSeq, value.range)
        }
        var methodEnd = bytes.endOfToken(offset..<end)
        if methodEnd < end {
            // What is no token is kept up to white space, so that both sides of a transaction still have the same.
            note(.badCSeq, value.range)
            while methodEnd < end, !ASCII.isWhitespace(bytes[methodEnd]) { methodEnd &+= 1 }
        }
        if kept > UInt32(Int32.max) { note(.cseqOutOfRange, digits..<numberEnd) }
        message.cseqNumber = kept
        message.cseqMethodName = ByteRange(from: offset, to: methodEnd)
        message.cseqMethod = Method(bytes, offset..<methodEnd)
    }

    /// Content-Length = 1*DIGIT (section 20.14); where two differ, there is none (RFC 4475 section 3.3.9).
    private mutating func readContentLength(_ bytes: Span<UInt8>, _ value: ByteRange) {
        let length = bytes.contentLength(value.range)
        if length == nil { note(.badContentLength, value.range) }
        guard let seen = lengthSeen else {
            lengthSeen = length ?? -1
            message.contentLength = length
            return
        }
        guard let length else { return }
        note(seen == length ? .repeatedField : .conflictingContentLength, value.range)
        if seen != length { message.contentLength = nil }
    }

    /// Counts Via values; of the topmost, finds sent-by and branch (section 20.42).
    private mutating func readVia(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard !value.isEmpty else { return note(.badVia, value.range) }
        guard bytes.offset(of: ASCII.comma, from: value.range.lowerBound, to: value.range.upperBound) != nil else {
            message.viaCount += 1
            if message.viaCount == 1 { readTopmostVia(bytes, value.range) }
            return
        }
        var start = value.range.lowerBound
        // Behind a comma there is one more value, be it an empty one.
        while start <= value.range.upperBound {
            let end = bytes.topLevelOffset(of: ASCII.comma, in: start..<value.range.upperBound)
            let hop = bytes.trimmed(start..<(end ?? value.range.upperBound))
            if let first = hop.first, ASCII.isToken(bytes[first]) {
                message.viaCount += 1
                if message.viaCount == 1 { readTopmostVia(bytes, hop) }
            } else {
                note(.badVia, hop)
            }
            start = (end ?? value.range.upperBound) + 1
        }
    }

    private mutating func readTopmostVia(_ bytes: Span<UInt8>, _ value: Range<Int>) {
        let end = value.upperBound
        let semicolon = bytes.offset(of: ASCII.semicolon, from: value.lowerBound, to: end) ?? end
        var host = bytes.endOfSentProtocol(value.lowerBound..<semicolon)
        while host < semicolon, ASCII.isWhitespace(bytes[host]) { host &+= 1 }
        var hostEnd = semicolon
        while hostEnd > host, ASCII.isWhitespace(bytes[hostEnd &- 1]) { hostEnd &-= 1 }
        if hostEnd == host { note(.badVia, value) }
        message.sentBy = ByteRange(from: host, to: hostEnd)
        message.branch = bytes.parameter(.branch, in: semicolon..<end)
        checkBranch(bytes, value)
    }

    /// A branch begins with the magic cookie and goes on behind it (section 8.1.1.7).
    private mutating func checkBranch(_ bytes: Span<UInt8>, _ value: Range<Int>) {
        guard let branch = message.branch?.range else { return note(.missingBranch, value) }
        guard branch.count >= 7, bytes.isMagicCookie(at: branch.lowerBound) else {
            return note(branch.isEmpty ? .emptyBranch : .branchWithoutCookie, branch)
        }
        if branch.count == 7 { note(.emptyBranch, branch) }
    }

    /// The tag parameter of From or To: behind the angle brackets, or behind the first semicolon where there are none.
    private mutating func tag(_ bytes: Span<UInt8>, _ value: ByteRange) -> ByteRange? {
        let (end, isBalanced) = bytes.endOfAddress(in: value.range)
        if !isBalanced { note(.badAddress, value.range) }
        return bytes.parameter(.tag, in: end..<value.range.upperBound)
    }
}

extension Span where Element == UInt8 {
    /// 1*DIGIT and nothing else, when the number is one of bytes that a message could have.
    func contentLength(_ value: Range<Int>) -> Int? {
        var length = 0
        for offset in value {
            guard let digit = ASCII.digit(self[offset]), length < 1_000_000_000 else { return nil }
            length = length &* 10 &+ Int(digit)
        }
        return value.isEmpty ? nil : length
    }

    /// The magic cookie, in any case as tokens compare (sections 7.3.1 and 8.1.1.7).
    @inline(__always)
    fileprivate func isMagicCookie(at start: Int) -> Bool {
        lowercasedWord(from: start, to: start &+ 7) == 0x6B_6234_6768_397A
    }

    /// The offset behind `SIP/2.0/` and a transport, or any other protocol-name SLASH protocol-version SLASH
    /// transport, between which white space may stand (section 25.1).
    fileprivate func endOfSentProtocol(_ value: Range<Int>) -> Int {
        var offset = value.lowerBound
        if value.count > 8, lowercasedWord(from: offset, to: offset &+ 8) == 0x2F30_2E32_2F70_6973 {
            return endOfToken((offset &+ 8)..<value.upperBound)
        }
        for part in 0..<3 {
            while offset < value.upperBound, ASCII.isWhitespace(self[offset]) { offset &+= 1 }
            while offset < value.upperBound, !ASCII.isWhitespace(self[offset]), self[offset] != ASCII.slash {
                offset &+= 1
            }
            guard part < 2 else { break }
            var slash = offset
            while slash < value.upperBound, ASCII.isWhitespace(self[slash]) { slash &+= 1 }
            // Without a slash the protocol is shorter than it should be, and what follows is sent-by.
            guard slash < value.upperBound, self[slash] == ASCII.slash else { break }
            offset = slash &+ 1
        }
        return offset
    }
}
