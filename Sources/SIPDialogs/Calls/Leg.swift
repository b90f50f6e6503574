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
