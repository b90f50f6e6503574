/// The credentials of a request, of which no secret is kept, and what became of them. Few requests have any, so that
/// a reference saves room in all others.
final class Authentication: Sendable {
    /// Hashes of the realms that the credentials are for.
    let realms: [UInt64]
    /// The realm that challenged the request again.
    let rejectedRealm: String?
    /// Whether that challenge did not say `stale=true`.
    let isRejected: Bool

    init(realms: [UInt64], rejectedRealm: String? = nil, isRejected: Bool = false) {
        self.realms = realms
        self.rejectedRealm = rejectedRealm
        self.isRejected = isRejected
    }
}
