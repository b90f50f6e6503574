/// Where to learn more about a party or, with 608, whom to complain to (Call-Info, RFC 3261 section 20.9, RFC 8688);
/// where a ring tone or an announcement of an error is (Alert-Info and Error-Info, sections 20.4 and 20.18).
public struct CallInfo: Sendable, Hashable {
    /// The URI between the brackets.
    public let uri: String
    /// What the URI is for.
    public let purpose: String?
    /// All parameters.
    public let parameters: [Parameter]

    /// Reads one value; nil without a URI.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let reference = URIWithParameters(bytes, value) else { return nil }
        uri = reference.uri
        parameters = reference.parameters
        purpose = parameters.value(of: "purpose")
    }

    /// All values of a comma-separated value, in their order.
    public static func list(_ bytes: Span<UInt8>, _ value: ByteRange) -> [CallInfo] {
        bytes.list(value) { CallInfo(bytes, $0) }
    }
}
