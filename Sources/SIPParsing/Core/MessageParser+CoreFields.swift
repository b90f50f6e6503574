/// The header fields that correlation needs of every message, read as they pass.
extension MessageParser {
    @inline(__always)
    mutating func readCore(_ bytes: Span<UInt8>, _ field: HeaderField) {
        switch field.name {
        case .via: readVia(bytes, field.value)
        case .from:
            guard once(message.from, field) else { return }
            message.from = field.value
            message.fromTag = tag(bytes, field.value)
        case .to:
            guard once(message.to, field) else { return }
            message.to = field.value
            message.toTag = tag(bytes, field.value)
        case .callID:
            if once(message.callID, field) { message.callID = field.value }
        case .cSeq: readCSeq(bytes, field.value)
        case .contentLength: readContentLength(bytes, field.value)
        default: break
        }
    }

    private mutating func once(_ seen: ByteRange?, _ field: HeaderField) -> Bool {
        guard seen != nil else { return true }
        note(.repeatedField, field.nameRange.range)
        return false
    }

    /// CSeq = 1*DIGIT LWS Method.
    private mutating func readCSeq(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard message.cseqNumber == nil else { return note(.repeatedField, value.range) }
        var offset = value.range.lowerBound
        let end = value.range.upperBound
        var number: UInt64 = 0
        let digits = offset
        while offset < end, offset - digits < 12, let digit = ASCII.digit(bytes[offset]) {
            number = number * 10 + UInt64(digit)
            offset += 1
        }
        let numberEnd = offset
        while offset < end, ASCII.isWhitespace(bytes[offset]) { offset += 1 }
        guard let kept = UInt32(exactly: number), numberEnd > digits, offset > numberEnd, offset < end else {
            return note(.badCSeq, value.range)
        }
        message.cseqNumber = kept
        message.cseqMethodName = ByteRange(offset..<end)
        message.cseqMethod = Method(bytes, offset..<end)
    }

    private mutating func readContentLength(_ bytes: Span<UInt8>, _ value: ByteRange) {
        var length = 0
        for offset in value.range {
            guard let digit = ASCII.digit(bytes[offset]), length < 1_000_000_000 else {
                return note(.badContentLength, value.range)
            }
            length = length * 10 + Int(digit)
        }
        guard !value.isEmpty, message.contentLength == nil || message.contentLength == length else {
            return note(.badContentLength, value.range)
        }
        message.contentLength = length
    }

    /// Counts Via values; of the topmost, finds sent-by and branch (section 20.42).
    private mutating func readVia(_ bytes: Span<UInt8>, _ value: ByteRange) {
        let isTop = message.viaCount == 0
        guard bytes.offset(of: ASCII.comma, from: value.range.lowerBound, to: value.range.upperBound) != nil else {
            message.viaCount += 1
            if isTop { readTopmostVia(bytes, value.range) }
            return
        }
        var start = value.range.lowerBound
        while start < value.range.upperBound {
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
        var offset = value.lowerBound
        while offset < value.upperBound, !ASCII.isWhitespace(bytes[offset]) { offset += 1 }
        while offset < value.upperBound, ASCII.isWhitespace(bytes[offset]) { offset += 1 }
        if offset < value.upperBound, bytes[offset] == ASCII.slash || bytes[offset - 1] == ASCII.slash {
            // SLASH of sent-protocol may stand between white space: SIP / 2.0 / UDP first.example.com
            offset = skipSpacedProtocol(bytes, value)
        }
        let host = offset
        while offset < value.upperBound, bytes[offset] != ASCII.semicolon, !ASCII.isWhitespace(bytes[offset]) {
            offset += 1
        }
        if offset == host { note(.badVia, value) }
        message.sentBy = ByteRange(host..<offset)
        message.branch = bytes.parameter(.branch, in: offset..<value.upperBound)
    }

    private func skipSpacedProtocol(_ bytes: Span<UInt8>, _ value: Range<Int>) -> Int {
        var offset = value.lowerBound
        for part in 0..<3 {
            while offset < value.upperBound, ASCII.isWhitespace(bytes[offset]) { offset += 1 }
            while offset < value.upperBound, !ASCII.isWhitespace(bytes[offset]), bytes[offset] != ASCII.slash {
                offset += 1
            }
            while offset < value.upperBound, ASCII.isWhitespace(bytes[offset]) { offset += 1 }
            if part < 2, offset < value.upperBound, bytes[offset] == ASCII.slash { offset += 1 }
        }
        return offset
    }

    /// The tag parameter of From or To: behind the angle brackets, or behind the first semicolon where there are none.
    private mutating func tag(_ bytes: Span<UInt8>, _ value: ByteRange) -> ByteRange? {
        let (end, isBalanced) = bytes.endOfAddress(in: value.range)
        if !isBalanced { note(.badAddress, value.range) }
        return bytes.parameter(.tag, in: end..<value.range.upperBound)
    }
}
