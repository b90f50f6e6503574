/// What a server asks credentials for (WWW-Authenticate and Proxy-Authenticate, RFC 3261 sections 20.44 and 20.27).
public struct Challenge: Sendable, Hashable {
    /// The scheme as received, `Digest` as a rule.
    public let scheme: String
    /// What the credentials are for.
    public let realm: String?
    /// The value that makes each answer different.
    public let nonce: String?
    /// The hash: MD5 where there is none (RFC 7616 section 3.3).
    public let algorithm: String?
    /// The qualities of protection on offer, `auth` or `auth,auth-int`.
    public let qop: String?
    /// Whether only the nonce was too old, and the credentials themselves were good.
    public let stale: Bool
    /// What the client sends back unchanged.
    public let opaque: String?

    /// Reads the value; nil without a scheme.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let (scheme, parameters) = bytes.authentication(value) else { return nil }
        self.scheme = scheme
        realm = parameters.value(of: "realm")
        nonce = parameters.value(of: "nonce")
        algorithm = parameters.value(of: "algorithm")
        qop = parameters.value(of: "qop")
        stale = parameters.value(of: "stale").map(ASCII.lowercased) == "true"
        opaque = parameters.value(of: "opaque")
    }
}

extension Span where Element == UInt8 {
    /// auth-scheme and the comma-separated auth-params behind it (RFC 3261 section 25.1).
    func authentication(_ value: ByteRange) -> (scheme: String, parameters: [Parameter])? {
        guard let range = trimmedBounds(value) else { return nil }
        let end = endOfToken(range)
        guard end > range.lowerBound, end == range.upperBound || ASCII.isWhitespace(self[end]) else { return nil }
        let scheme = text(ByteRange(range.lowerBound..<end))
        return (scheme, parameters(in: end..<range.upperBound, separator: ASCII.comma))
    }
}
