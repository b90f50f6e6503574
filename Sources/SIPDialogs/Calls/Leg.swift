import SIPParsing

/// The messages of an exchange that share one Call-ID.
public struct Leg: Sendable {
    /// Why the leg is there.
    public enum Origin: Sendable, Hashable {
        /// It began the exchange.
        case first
        /// It follows a redirect, by its place in the exchange's list.
        case redirect(Int)
        /// It is the request that a REFER asked for, by the transfer's place in the exchange's list.
        case transfer(Int)
        /// It was found to be another side of the call.
        case related(Relation)
    }

    /// What links a leg to the call, other than a redirect or a REFER; from the surest to the least sure.
    public enum Relation: String, Sendable, CaseIterable {
        /// Its INVITE replaces a dialog of the call (RFC 3891).
        case replaces
        /// Its INVITE joins a dialog of the call (RFC 3911).
        case join
        /// Its INVITE names a dialog of the call in Target-Dialog (RFC 4538).
        case targetDialog = "target-dialog"
        /// It is the call that a transferor made before it asked for an attended transfer (RFC 5589 section 7).
        case consultation
        /// A header field of its INVITE holds the Call-ID of the call.
        case header
        /// Both have one Session-ID (RFC 7989).
        case sessionID = "session-id"
        /// Both have one icid-value in P-Charging-Vector (RFC 7315 section 5.6).
        case charging
        /// A server that was called called the same user with the same session description within a second: likely.
        case likely
    }

    /// Why the leg is there.
    public var origin: Origin
    /// Call-ID, in the exchange's text.
    public var callID: ByteRange
    /// The URI of From, in the exchange's text.
    public var from: ByteRange
    /// The URI of To, in the exchange's text.
    public var to: ByteRange
    /// Hash of the Call-ID.
    var key: UInt64
    /// Hash of the tag of From in the leg's first request: the caller's.
    var callerTag: UInt64
}
