/// Scans that the inspection of values is made of. All step forward only, and end at `end` at the latest.
extension Span where Element == UInt8 {
    /// The offset after the run of bytes of a set.
    @inline(__always)
    func end(of set: ByteSet, from start: Int, to end: Int) -> Int {
        var offset = start
        while offset < end, set.contains(self[offset]) { offset += 1 }
        return offset
    }

    /// The offset after the run of bytes of a set and `%` escapes (RFC 3261 section 25.1, escaped).
    func endOfEscaped(_ set: ByteSet, from start: Int, to end: Int) -> Int {
        var offset = self.end(of: set, from: start, to: end)
        while offset + 2 < end, self[offset] == ASCII.percent, ASCII.hexDigit(self[offset + 1]) != nil,
            ASCII.hexDigit(self[offset + 2]) != nil
        {
            offset = self.end(of: set, from: offset + 3, to: end)
        }
        return offset
    }

    /// The offset after white space, line folds included.
    @inline(__always)
    func endOfWhitespace(from start: Int, to end: Int) -> Int {
        var offset = start
        while offset < end, ASCII.isWhitespace(self[offset]) { offset += 1 }
        return offset
    }

    /// The offset after the quoted string that begins at `start`, or nil when it is never closed.
    func endOfQuotedString(from start: Int, to end: Int) -> Int? {
        var offset = start + 1
        while offset < end {
            switch self[offset] {
            case ASCII.quote: return offset + 1
            case ASCII.backslash: offset += 2
            default: offset += 1
            }
        }
        return nil
    }

    /// The offset of the semicolon, or where a list is read the comma, that ends a piece; quotes and brackets hide them.
    func endOfPiece(from start: Int, to end: Int, isListed: Bool) -> Int {
        var offset = start
        while offset < end {
            switch self[offset] {
            case ASCII.semicolon: return offset
            case ASCII.comma where isListed: return offset
            case ASCII.quote: offset = endOfQuotedString(from: offset, to: end) ?? end
            case ASCII.less: offset = (self.offset(of: ASCII.greater, from: offset, to: end) ?? end - 1) + 1
            default: offset += 1
            }
        }
        return end
    }

    /// Whether `byte` stands at `offset`, before `end`.
    @inline(__always)
    func has(_ byte: UInt8, at offset: Int, before end: Int) -> Bool {
        offset < end && self[offset] == byte
    }

    /// The number that digits spell, no larger than 2^40.
    func cappedNumber(_ digits: Range<Int>) -> UInt64 {
        var number: UInt64 = 0
        for offset in digits {
            guard let digit = ASCII.digit(self[offset]) else { break }
            number = Swift.min(number &* 10 &+ UInt64(digit), 1 << 40)
        }
        return number
    }
}
