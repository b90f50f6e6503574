/// What a server says of the credentials that it accepted (Authentication-Info, RFC 3261 section 20.6).
///
/// The server's own digest and the client's nonce are not kept: nothing that could be attacked offline leaves the
/// parser.
public struct AuthenticationInfo: Sendable, Hashable {
    /// The nonce that the client is to use next; its old one is spent.
    public let nextNonce: String?
    /// The quality of protection that was used.
    public let qop: String?
    /// How often the client has used the nonce.
    public let nonceCount: UInt32?

    /// Reads the value; nil when it has no parameter.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let range = bytes.trimmedBounds(value) else { return nil }
        let parameters = bytes.parameters(in: range, separator: ASCII.comma)
        guard !parameters.isEmpty else { return nil }
        nextNonce = parameters.value(of: "nextnonce")
        qop = parameters.value(of: "qop")
        nonceCount = parameters.nonceCount
    }
}
