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
    /// A REGISTER that passed or got its final response, or an INVITE that was rejected as its callee is not there.
    var registering: TransactionIndex?
    /// Whether the exchange may be over, or a deadline of it pass, sooner than was expected.
    var changesOutlook = false
    /// What tracking found out about the message.
    var flags: MessageRecord.Flags = []

    /// Whether other exchanges, or other parts of this one, may have to do with it.
    var concernsOthers: Bool { newInvite != nil || newTransfer != nil || newRedirect != nil || registering != nil }
}
