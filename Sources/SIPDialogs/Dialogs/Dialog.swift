import TraceTypes

/// A dialog made by an INVITE: one pair of tags under a Call-ID (RFC 3261 section 12).
public struct Dialog: Sendable {
    /// How far it got.
    public enum State: Sendable, Hashable {
        /// A provisional response with a To tag made it.
        case early
        /// A 2xx made or confirmed it.
        case confirmed
        /// A BYE ended it, or the INVITE failed.
        case terminated
    }

    /// How far it got.
    public internal(set) var state: State
    /// The leg it belongs to.
    public internal(set) var leg: Int
    /// Hash of the caller's tag: the tag of From in the INVITE.
    package let callerTag: UInt64
    /// Hash of the callee's tag: the tag of To in the responses.
    package let calleeTag: UInt64
    /// The INVITE transaction that made it, unless it began before the capture.
    public internal(set) var invite: TransactionIndex?
    /// The first 2xx to that INVITE.
    public internal(set) var answer: MessageIndex?
    /// When the first 2xx passed.
    public internal(set) var answerTime: Timestamp?
    /// How often that 2xx passed again on the hop where it was first seen.
    public internal(set) var answerRepeats = 0
    /// When it last passed.
    public internal(set) var lastAnswerTime: Timestamp?
    /// The first ACK to the 2xx, on any hop.
    public internal(set) var acknowledgement: MessageIndex?
    /// The first BYE.
    public internal(set) var bye: MessageIndex?
    /// When the first BYE passed.
    public internal(set) var byeTime: Timestamp?
    /// The CSeq number of the caller's last request, and that request.
    var callerSequence: Sequence?
    /// The same of the callee.
    var calleeSequence: Sequence?
    /// Whether the caller sent that BYE.
    public internal(set) var byeByCaller = false

    /// A CSeq number with the request that has it (RFC 3261 section 12.2.1.1).
    struct Sequence: Sendable {
        var number: UInt32
        var message: MessageIndex?
    }

    /// Whether these tags name the dialog, from either side.
    package func matches(_ fromTag: UInt64, _ toTag: UInt64) -> Bool {
        (callerTag == fromTag && calleeTag == toTag) || (callerTag == toTag && calleeTag == fromTag)
    }
}
