/// Whether a REFER makes a subscription (Refer-Sub, RFC 4488 section 4).
public enum ReferSub {
    /// The value; nil when it is neither true nor false.
    public static func parse(_ bytes: Span<UInt8>, _ value: ByteRange) -> Bool? {
        guard let (token, _) = bytes.tokenAndParameters(value) else { return nil }
        return switch ASCII.lowercased(token) {
        case "true": true
        case "false": false
        default: nil
        }
    }
}
