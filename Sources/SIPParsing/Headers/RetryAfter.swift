/// When to try again (Retry-After, RFC 3261 section 20.33).
public struct RetryAfter: Sendable, Hashable {
    /// Seconds to wait.
    public let seconds: Int
    /// The remark in parentheses.
    public let comment: String?
    /// Seconds that the called party will then be there.
    public let duration: Int?

    /// Reads the value; nil without a number of seconds.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let range = bytes.trimmedBounds(value), let (seconds, secondsEnd) = bytes.leadingNumber(range)
        else { return nil }
        var offset = secondsEnd
        while offset < range.upperBound, ASCII.isWhitespace(bytes[offset]) { offset += 1 }
        self.seconds = Int(seconds)
        guard offset < range.upperBound, bytes[offset] == ASCII.openingParenthesis else {
            comment = nil
            duration = bytes.parameters(in: offset..<range.upperBound).number("duration")
            return
        }
        let end = Self.endOfComment(bytes, offset..<range.upperBound)
        comment = bytes.plainText((offset + 1)..<end, unescaping: true)
        duration = bytes.parameters(in: min(end + 1, range.upperBound)..<range.upperBound).number("duration")
    }

    /// The offset of the parenthesis that closes the one at the start, or the end; comments nest (section 25.1).
    private static func endOfComment(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        var depth = 0
        var offset = range.lowerBound
        while offset < range.upperBound {
            switch bytes[offset] {
            case ASCII.backslash: offset += 1
            case ASCII.openingParenthesis: depth += 1
            case ASCII.closingParenthesis:
                depth -= 1
                if depth == 0 { return offset }
            default: break
            }
            offset += 1
        }
        return range.upperBound
    }
}
