/// The credentials of a request, of which no secret is kept, and what became of them. Few requests have any, so that
/// a reference saves room in all others.
final class Authentication: Sendable {
    /// Hashes of the realms that the credentials are for.
    let realms: [UInt64]
    /// The nonces that the credentials use.
    let nonces: [NonceUse]
    /// Whether a digest-uri names another resource than the Request-URI.
    let hasOtherURI: Bool
    /// The realm that challenged the request again.
    let rejectedRealm: String?
    /// Whether that challenge did not say `stale=true`.
    let isRejected: Bool

    init(realms: [UInt64], nonces: [NonceUse], hasOtherURI: Bool) {
        self.realms = realms
        self.nonces = nonces
        self.hasOtherURI = hasOtherURI
        rejectedRealm = nil
        isRejected = false
    }

    /// The same credentials, challenged again.
    init(_ credentials: Authentication, rejectedRealm: String, isRejected: Bool) {
        realms = credentials.realms
        nonces = credentials.nonces
        hasOtherURI = credentials.hasOtherURI
        self.rejectedRealm = rejectedRealm
        self.isRejected = isRejected
    }
}

/// The use of a nonce in credentials (RFC 2617 section 3.2.2).
public struct NonceUse: Sendable, Hashable {
    /// Hash of the nonce; the nonce itself is not kept.
    public let nonce: UInt64
    /// `nc`: how often the client says that it has used the nonce, this use included; nil where it does not say.
    public let count: UInt32?
}
