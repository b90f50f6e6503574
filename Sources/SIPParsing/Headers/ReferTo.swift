/// Whom a transferee is to call (Refer-To, RFC 3515 section 2.1).
public struct ReferTo: Sendable, Hashable {
    /// The value as it stands.
    public let address: NameAddress
    /// Where the referred request goes: the URI without the header fields it asks for.
    public let target: SIPURI
    /// The method of the referred request, when the URI names one; INVITE is meant otherwise.
    public let method: String?
    /// The dialog that the referred INVITE is to replace: what makes a transfer an attended one (RFC 3891).
    public let replaces: Replaces?

    /// Reads the value; nil without a URI.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let address = NameAddress(bytes, value) else { return nil }
        self.address = address
        target = address.uri.withoutHeaders
        method = address.uri.parameter("method")
        replaces = address.uri.header("replaces").flatMap(Replaces.parse)
    }
}
