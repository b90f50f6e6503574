/// What a body is for (Content-Disposition, RFC 3261 section 20.11).
public struct ContentDisposition: Sendable, Hashable {
    /// The purpose in lower case: `session`, `render`, `icon`, `alert`, or of an extension.
    public let type: String
    /// Whether a receiver that does not understand the body must refuse the message. It must where nothing is said.
    public let isRequired: Bool
    /// All parameters.
    public let parameters: [Parameter]

    /// Reads the value; nil without a purpose.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let (token, parameters) = bytes.tokenAndParameters(value) else { return nil }
        type = ASCII.lowercased(token)
        isRequired = parameters.value(of: "handling").map(ASCII.lowercased) != "optional"
        self.parameters = parameters
    }
}
