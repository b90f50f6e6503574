/// Header field values that are a number: Expires, Min-Expires, Max-Forwards (RFC 3261 sections 20.19, 20.23, 20.22),
/// Min-SE (RFC 4028 section 5), RSeq (RFC 3262 section 7.1), Max-Breadth (RFC 5393 section 5.8), Flow-Timer (RFC 5626
/// section 10), and the number that Session-Expires begins with.
public enum HeaderNumber {
    /// The number that the value begins with, parameters behind it ignored; nil when it is none or does not fit.
    public static func parse(_ bytes: Span<UInt8>, _ value: ByteRange) -> UInt32? {
        guard let range = bytes.trimmedBounds(value), let (number, end) = bytes.leadingNumber(range),
            end == range.upperBound || bytes[end] == ASCII.semicolon || ASCII.isWhitespace(bytes[end])
        else { return nil }
        return number
    }
}
