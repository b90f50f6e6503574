import SIPParsing

/// Something that a state machine did not expect. Tracking records it; a rule decides what it means.
public struct Irregularity: Sendable {
    /// What it is.
    public enum Kind: Sendable, Hashable {
        /// A final response that differs from the one before on the same hop (RFC 3261 section 17.2).
        case secondFinal
        /// A provisional response after a final one on the same hop.
        case provisionalAfterFinal
        /// A response with more or fewer Via values than its request had on this hop (RFC 3261 section 8.2.6.2).
        case viaCountChanged
        /// A response whose From has another tag than that of its request (RFC 3261 section 8.2.6.2).
        case fromTagChanged
        /// A response that went to another address than the one its request came from and its topmost Via names.
        case misdirectedResponse
        /// An ACK to a 2xx with the branch of the INVITE (RFC 3261 section 17.1.1.3).
        case acknowledgementReusesBranch
        /// An ACK whose CSeq number no INVITE of its dialog has (RFC 3261 section 13.2.2.4).
        case acknowledgementOfNothing
        /// A request in a dialog whose CSeq number is not above that of its sender's last one (RFC 3261 section 12.2.1.1).
        case sequenceNotIncreased
        /// A request with the branch of another one (RFC 3261 section 8.1.1.7).
        case branchReused
        /// A NOTIFY for a REFER whose `id` of Event fits no REFER, or that lacks one where it must have it (RFC 3515
        /// section 2.4.6).
        case unknownEventID
        /// A Digest challenge without realm or nonce (RFC 2617 section 3.2.1).
        case incompleteChallenge
    }

    /// What it is.
    public let kind: Kind
    /// The message that shows it, unless it is not kept.
    public let message: MessageIndex?
    /// The message that it is at odds with, where there is one.
    public let other: MessageIndex?
    /// The transaction of the message, unless it has none.
    public let transaction: TransactionIndex?
}

extension Exchange {
    /// Takes note of something unexpected, as long as there is room.
    mutating func note(
        _ kind: Irregularity.Kind, _ message: MessageIndex?, other: MessageIndex? = nil,
        in transaction: TransactionIndex?, _ limits: TrackingLimits
    ) {
        guard irregularities.count < limits.partsPerExchange else { return }
        irregularities.append(Irregularity(kind: kind, message: message, other: other, transaction: transaction))
        traits.facts.insert(.irregular)
    }
}
