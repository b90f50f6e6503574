/// Why a request was sent (Reason, RFC 3326 section 2; in responses RFC 6432).
public struct ReasonHeader: Sendable, Hashable {
    /// The protocol whose causes these are, as received: `SIP`, `Q.850`.
    public let protocolName: String
    /// The cause within the protocol: of SIP a status code.
    public let cause: Int?
    /// The explanation in words.
    public let text: String?
    /// Where in the telephone network the release came from (RFC 8606 section 4).
    public let location: String?
    /// All parameters.
    public let parameters: [Parameter]

    /// Reads one value; nil without a protocol.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let (token, parameters) = bytes.tokenAndParameters(value) else { return nil }
        protocolName = token
        cause = parameters.number("cause")
        text = parameters.value(of: "text")
        location = parameters.value(of: "location")
        self.parameters = parameters
    }

    /// Reads all values out of text, as the unescaped header field of a URI gives it.
    static func parse(_ text: String) -> [ReasonHeader] {
        let bytes = Array(text.utf8)
        return list(bytes.span, ByteRange(0..<bytes.count))
    }

    /// All values of a comma-separated value, in their order.
    public static func list(_ bytes: Span<UInt8>, _ value: ByteRange) -> [ReasonHeader] {
        bytes.list(value) { ReasonHeader(bytes, $0) }
    }
}
