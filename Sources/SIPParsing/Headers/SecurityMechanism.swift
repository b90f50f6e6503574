/// A way to protect signalling that is on offer or agreed (Security-Client, Security-Server and Security-Verify, RFC
/// 3329 section 2.2).
///
/// The digest of `d-ver` is not kept: nothing that could be attacked offline leaves the parser.
public struct SecurityMechanism: Sendable, Hashable {
    /// The mechanism in lower case: `digest`, `tls`, `ipsec-ike`, `ipsec-man`, or of an extension.
    public let name: String
    /// How much it is preferred, 0 to 1; nil when it is not said or no qvalue.
    public let q: Double?
    /// All parameters but `d-ver`.
    public let parameters: [Parameter]

    /// Reads one value; nil without a mechanism.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let (token, parameters) = bytes.tokenAndParameters(value) else { return nil }
        name = ASCII.lowercased(token)
        q = parameters.weight
        self.parameters = parameters.filter { $0.name != "d-ver" }
    }

    /// All mechanisms of a comma-separated value, in their order.
    public static func list(_ bytes: Span<UInt8>, _ value: ByteRange) -> [SecurityMechanism] {
        bytes.list(value) { SecurityMechanism(bytes, $0) }
    }
}
