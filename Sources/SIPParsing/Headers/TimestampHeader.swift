/// When a client sent a request, by its own clock (Timestamp, RFC 3261 section 20.38).
public struct TimestampHeader: Sendable, Hashable {
    /// The time in seconds; where it starts is the client's affair.
    public let time: Double
    /// Seconds that the server took before it answered (section 8.2.6.1).
    public let delay: Double?

    /// Reads the value; nil without a number, or with anything behind the numbers.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let range = bytes.trimmedBounds(value), let (time, end) = bytes.leadingDecimal(range) else { return nil }
        self.time = time
        let rest = bytes.skipWhitespace(end..<range.upperBound)..<range.upperBound
        guard !rest.isEmpty else {
            delay = nil
            return
        }
        guard rest.lowerBound > end, let (delay, delayEnd) = bytes.leadingDecimal(rest), delayEnd == rest.upperBound
        else { return nil }
        self.delay = delay
    }
}
