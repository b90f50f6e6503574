/// Header field values that are one token: SIP-ETag and SIP-If-Match (RFC 3903 section 12), Suppress-If-Match (RFC 5839
/// section 7.3), MIME-Version (RFC 3261 section 20.24), P-DCS-OSPS (RFC 5503 section 6.1).
public enum HeaderToken {
    /// The token as received; nil for an empty value, or one with anything but a token in it.
    public static func parse(_ bytes: Span<UInt8>, _ value: ByteRange) -> String? {
        guard let range = bytes.trimmedBounds(value), !range.isEmpty, bytes.endOfToken(range) == range.upperBound else {
            return nil
        }
        return bytes.text(ByteRange(range))
    }
}
