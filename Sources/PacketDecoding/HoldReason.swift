/// Why a frame's bytes are kept for later.
package enum HoldReason: UInt8, CaseIterable, Sendable, NamedReason {
    /// An IP fragment whose datagram is not complete.
    case fragment
    /// A TCP segment ahead of bytes that have not been seen yet.
    case segmentAheadOfGap
    /// A part of an SCTP user message that is not complete.
    case messagePart

    /// The stable name for reports.
    package var name: String {
        switch self {
        case .fragment: "fragment"
        case .segmentAheadOfGap: "segment-ahead-of-gap"
        case .messagePart: "message-part"
        }
    }
}
