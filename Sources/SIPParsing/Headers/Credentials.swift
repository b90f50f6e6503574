/// A client's answer to a challenge (Authorization and Proxy-Authorization, RFC 3261 sections 20.7 and 20.28).
///
/// The response hash and the client's nonce are not kept: nothing that could be attacked offline leaves the parser.
public struct Credentials: Sendable, Hashable {
    /// The scheme as received, `Digest` as a rule.
    public let scheme: String
    /// The user.
    public let username: String?
    /// What the credentials are for.
    public let realm: String?
    /// The nonce of the challenge that this answers.
    public let nonce: String?
    /// The digest-uri.
    public let uri: String?
    /// The hash.
    public let algorithm: String?
    /// How often the client has used the nonce.
    public let nonceCount: UInt32?

    /// Reads the value; nil without a scheme.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let (scheme, parameters) = bytes.authentication(value) else { return nil }
        self.scheme = scheme
        username = parameters.value(of: "username")
        realm = parameters.value(of: "realm")
        nonce = parameters.value(of: "nonce")
        uri = parameters.value(of: "uri")
        algorithm = parameters.value(of: "algorithm")
        nonceCount = parameters.nonceCount
    }
}
