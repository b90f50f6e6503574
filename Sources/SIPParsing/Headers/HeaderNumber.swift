/// Header field values that are a number: Expires, Min-Expires, Max-Forwards, Min-SE, Session-Expires, RSeq.
public enum HeaderNumber {
    /// The number that the value begins with, parameters behind it ignored; nil when it is none or does not fit.
    public static func parse(_ bytes: Span<UInt8>, _ value: ByteRange) -> UInt32? {
        guard let range = bytes.trimmedBounds(value), let (number, end) = bytes.leadingNumber(range),
            end == range.upperBound || bytes[end] == ASCII.semicolon || ASCII.isWhitespace(bytes[end])
        else { return nil }
        return number
    }
}
