import TraceTypes

/// How much tracking keeps, so that memory follows the open calls and no trace, however hostile, can exhaust it.
public struct TrackingLimits: Sendable {
    /// Exchanges open at a time; over it, the one that would be looked at next is given up and counted.
    public var openExchanges = 500_000
    /// Messages kept of one exchange; further ones are tracked and counted but not kept, and of their transactions only
    /// the last `transactionsSearched`.
    public var messagesPerExchange = 2_000
    /// Bytes of text kept of one exchange.
    public var textPerExchange = 262_144
    /// Bytes kept of one header field or body.
    public var detailBytes = 2_048
    /// Transactions looked through for a match, from the newest; as many responses and ACKs are known again, and as many
    /// INVITEs without a final response are waited for.
    public var transactionsSearched = 64
    /// Legs, dialogs, transfers and redirects, each, of one exchange; contacts of a redirect; details of a message.
    public var partsPerExchange = 64
    /// How long a confirmed dialog may be silent before it is given up.
    public var idleDialog = TimeSpan.seconds(12 * 3600)
    /// How long an INVITE may stay without a final response after a provisional one before it is given up.
    public var idleProceeding = TimeSpan.seconds(600)
    /// How long after a referral or redirect a new Call-ID may still be joined to it.
    public var joinWindow = TimeSpan.seconds(32)
    /// Two messages with the same bytes, addresses and IP identification, closer than this, are one packet captured twice:
    /// a mirrored port may be this late, and a sender has used up no 65,536 numbers since.
    public var copyWindow = TimeSpan.milliseconds(100)
    /// The same of messages without an identification (IPv6, and IPv4 that may not be fragmented): a packet takes less
    /// from one device of a host to another, and no sender's timer is so short.
    public var unnumberedCopyWindow = TimeSpan.milliseconds(3)
    /// The same of messages between other addresses, behind a translator or on another leg of the way: forwarding takes
    /// milliseconds, the longest way less than this, and no sender repeats so soon (T1, RFC 3261 section 17.1.1.1). What
    /// comes later was sent again: from a new port of a translator, or on a new connection.
    public var otherPathWindow = TimeSpan.milliseconds(300)
    /// Addresses-of-record whose bindings are kept; over it, the half that nothing was said of for longest is forgotten.
    public var registrations = 65_536
    /// NOTIFYs kept of one subscription.
    static let notificationsKept = 256
    /// Dialogs made up for an exchange whose INVITE passed before the capture began.
    static let dialogsOfPartial = 64

    /// The defaults.
    public init() {}
}
