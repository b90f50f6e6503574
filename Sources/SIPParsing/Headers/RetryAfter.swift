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
        self.seconds = Int(seconds)
        let rest = bytes.skipWhitespace(secondsEnd..<range.upperBound)..<range.upperBound
        let remark = bytes.leadingComment(rest)
        comment = remark?.text
        duration = bytes.parameters(in: (remark?.end ?? rest.lowerBound)..<range.upperBound).number("duration")
    }
}
