/// What happened inside reassembly beside the one class each frame falls into.
package enum DecodingEvent: UInt8, CaseIterable, Sendable, NamedReason {
    /// A datagram was put together from fragments.
    case datagramReassembled
    /// A fragment repeated bytes that an earlier one had brought; the earlier ones were kept.
    case fragmentOverlap
    /// Fragments were dropped because the rest did not come in time.
    case fragmentsExpired
    /// Fragments were dropped because a limit on their number or bytes was reached.
    case fragmentsEvicted
    /// A TCP segment brought nothing new and was dropped.
    case segmentRetransmitted
    /// The part of a TCP segment that had been seen already was cut off.
    case segmentTrimmed
    /// Bytes of a TCP stream were given up as lost, and the stream went on after them.
    case streamGap
    /// A TCP stream was forgotten because a limit on their number was reached.
    case streamEvicted
    /// An SCTP user message was put together from its parts.
    case messageReassembled
    /// Parts of SCTP user messages were dropped because the rest did not come in time.
    case messagePartsExpired
    /// A part of an SCTP user message was dropped because a limit on their number or bytes was reached.
    case messagePartsEvicted
    /// An SCTP chunk that had come before was dropped.
    case chunkRetransmitted
    /// An SCTP association was forgotten because a limit on their number was reached.
    case associationEvicted

    /// The stable name for reports.
    package var name: String {
        switch self {
        case .datagramReassembled: "datagram-reassembled"
        case .fragmentOverlap: "fragment-overlap"
        case .fragmentsExpired: "fragments-expired"
        case .fragmentsEvicted: "fragments-evicted"
        case .segmentRetransmitted: "segment-retransmitted"
        case .segmentTrimmed: "segment-trimmed"
        case .streamGap: "stream-gap"
        case .streamEvicted: "stream-evicted"
        case .messageReassembled: "message-reassembled"
        case .messagePartsExpired: "message-parts-expired"
        case .messagePartsEvicted: "message-parts-evicted"
        case .chunkRetransmitted: "chunk-retransmitted"
        case .associationEvicted: "association-evicted"
        }
    }
}
