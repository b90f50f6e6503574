/// What a message did to a transaction state machine.
public enum TransactionEffect: Sendable, Hashable {
    /// It moved the machine on, or began it.
    case advanced
    /// The same message again, as the timers have a sender do.
    case retransmission
    /// A request repeated although a response had passed the capture point: that response did not arrive, or was
    /// ignored (RFC 3261 section 17.1.1.2: retransmission stops with the first response).
    case retransmissionAfterResponse
    /// A message that the state does not allow: a second, different final response, or a provisional after a final.
    case unexpected
}
