/// A code and its explanation: Geolocation-Error (RFC 6442 section 4.4) and AlertMsg-Error (RFC 8876 section 5.2).
public struct ErrorCode: Sendable, Hashable {
    /// The code, of three digits at the most.
    public let code: Int
    /// The explanation in words: the parameter `code` of Geolocation-Error, `message` of AlertMsg-Error.
    public let text: String?
    /// All parameters.
    public let parameters: [Parameter]

    /// Reads the value; nil without a code.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let range = bytes.trimmedBounds(value), let (code, end) = bytes.leadingNumber(range), code < 1000 else {
            return nil
        }
        let rest = bytes.skipWhitespace(end..<range.upperBound)
        guard rest == range.upperBound || bytes[rest] == ASCII.semicolon else { return nil }
        self.code = Int(code)
        parameters = bytes.parameters(in: rest..<range.upperBound)
        text = parameters.value(of: "code") ?? parameters.value(of: "message")
    }
}
