import TraceTypes

/// What an exchange needs to know of the tracker to take in a message.
struct TrackingContext {
    let timers: TimerValues
    let limits: TrackingLimits
    /// Makes the hashes of a run differ from those of another, so that nobody can aim at collisions.
    let seed: UInt64
    let header: PayloadHeader
}

/// What a message did to its exchange that the tracker, or a live display, has to know.
struct TrackingEffect {
    /// The message, unless it was over the limit.
    var message: MessageIndex?
    /// A transfer that the message began.
    var newTransfer: Int?
    /// A redirect that the message began.
    var newRedirect: Int?
    /// An INVITE outside of a dialog that was not seen before on any hop.
    var newInvite: TransactionIndex?
    /// What tracking found out about the message.
    var flags: MessageRecord.Flags = []
}
