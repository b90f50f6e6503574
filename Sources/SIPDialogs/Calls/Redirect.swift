import TraceTypes

/// A 3xx response to an INVITE, and the INVITE that followed it (RFC 3261 section 8.1.3.4).
public struct Redirect: Sendable {
    /// The status code.
    public let status: UInt16
    /// The redirected INVITE.
    public internal(set) var transaction: TransactionIndex
    /// The response.
    public internal(set) var message: MessageIndex
    /// When it passed.
    public let time: Timestamp
    /// The URIs of Contact, in their order.
    public let contacts: [String]
    /// Whether every one of them had been tried before in this exchange (RFC 3261 section 8.1.3.4: at most once each).
    public let leadsBack: Bool
    /// Hashes of the contacts' users and hosts.
    let contactKeys: [UInt64]
    /// Hashes of the contacts' users, by which an INVITE through a proxy is known.
    let userKeys: [UInt64]
    /// The INVITE that went to one of them.
    public internal(set) var follower: TransactionIndex?
}
