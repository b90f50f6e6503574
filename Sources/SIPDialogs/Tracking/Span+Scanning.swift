/// Looking through bytes without making text of them.
extension Span where Element == UInt8 {
    /// The first offset of a byte in a range inside of the span.
    func first(_ byte: UInt8, in range: Range<Int>) -> Int? {
        var offset = range.lowerBound
        while offset < range.upperBound {
            if self[offset] == byte { return offset }
            offset += 1
        }
        return nil
    }

    /// The last offset of a byte in a range inside of the span.
    func last(_ byte: UInt8, in range: Range<Int>) -> Int? {
        for offset in range.reversed() where self[offset] == byte { return offset }
        return nil
    }

    /// Whether a range begins with lower-case `text`, in any case.
    func hasPrefix<let length: Int>(_ text: InlineArray<length, UInt8>, in range: Range<Int>) -> Bool {
        guard range.count >= length, range.upperBound <= count else { return false }
        for index in 0..<length {
            let byte = self[range.lowerBound &+ index]
            guard (65...90 ~= byte ? byte | 32 : byte) == text[index] else { return false }
        }
        return true
    }

    /// Whether a Content-Type value names the media type, given in lower case (RFC 3261 section 20.15).
    func hasMediaType(_ type: String, in range: Range<Int>) -> Bool {
        let end = range.lowerBound + type.utf8.count
        guard end <= range.upperBound, range.upperBound <= count else { return false }
        var offset = range.lowerBound
        for byte in type.utf8 {
            guard (65...90 ~= self[offset] ? self[offset] | 32 : self[offset]) == byte else { return false }
            offset += 1
        }
        return end == range.upperBound || self[end] == 59 || self[end] <= 32
    }

    /// Where the value of the realm stands among the parameters of a challenge or of credentials (RFC 3261 section 25.1:
    /// auth-param), without its quotes.
    func realm(in range: Range<Int>) -> Range<Int>? {
        authParameter([114, 101, 97, 108, 109], in: range)
    }

    /// Where the value of a parameter of a challenge or of credentials stands, without its quotes; the name is given in
    /// lower case. No other parameter is looked at, because they are secrets or plenty.
    func authParameter<let length: Int>(_ name: InlineArray<length, UInt8>, in range: Range<Int>) -> Range<Int>? {
        guard range.upperBound <= count else { return nil }
        var offset = range.lowerBound
        var isAtName = true
        while offset < range.upperBound {
            if isAtName, hasPrefix(name, in: offset..<range.upperBound) {
                var value = offset + length
                while value < range.upperBound, self[value] <= 32 { value += 1 }
                if value < range.upperBound, self[value] == 61 { return authValue(in: (value + 1)..<range.upperBound) }
            }
            let byte = self[offset]
            if byte == 34 { offset = endOfQuoted(from: offset, to: range.upperBound) }
            isAtName = byte == 44 || byte <= 32
            offset += 1
        }
        return nil
    }

    private func authValue(in range: Range<Int>) -> Range<Int>? {
        var start = range.lowerBound
        while start < range.upperBound, self[start] <= 32 { start += 1 }
        guard start < range.upperBound else { return nil }
        if self[start] == 34 {
            return (start + 1)..<Swift.max(start + 1, endOfQuoted(from: start, to: range.upperBound))
        }
        var end = start
        while end < range.upperBound, self[end] != 44, self[end] > 32 { end += 1 }
        return start..<end
    }

    /// The offset of the quote that closes the one at `start`, or the end.
    private func endOfQuoted(from start: Int, to end: Int) -> Int {
        var offset = start + 1
        while offset < end, self[offset] != 34 {
            offset += self[offset] == 92 ? 2 : 1
        }
        return Swift.min(offset, end)
    }
}
