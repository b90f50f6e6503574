import TraceTypes

/// How much reassembly may keep. What a limit drops is counted in ``DecodingAccount/events``.
package struct DecodingLimits: Sendable {
    /// Datagrams in the making at the same time.
    package var fragmentedDatagrams = 1024
    /// Bytes of all datagrams in the making.
    package var fragmentBytes = 16 << 20
    /// How long, in packet time, a datagram may lack a fragment.
    package var fragmentAge = TimeSpan.seconds(30)
    /// Completed datagrams that are remembered for as long, to know a fragment that comes again; the oldest go first.
    package var completedDatagrams = 1024
    /// Bytes of them.
    package var completedBytes = 4 << 20

    /// Directions of TCP connections that are followed at the same time; the longest silent go first.
    package var streams = 65_536
    /// Bytes held ahead of a gap in one stream before the gap is given up.
    package var heldBytesPerStream = 256 << 10
    /// Segments held ahead of a gap in one stream before the gap is given up.
    package var heldSegmentsPerStream = 1_024
    /// Bytes held ahead of gaps in all streams; beyond it the stream at hand gives up its gap.
    package var heldBytes = 32 << 20
    /// Segments held ahead of gaps in all streams; beyond it the stream at hand gives up its gap.
    package var heldSegments = 131_072
    /// How long, in packet time, a stream waits for the bytes that would close a gap.
    package var heldAge = TimeSpan.seconds(5)
    /// How far, in bytes, a sequence number may lie from the expected one before the connection counts as a new one
    /// that took over the ports.
    package var sequenceWindow = 16 << 20

    /// Directions of SCTP associations whose last chunks are remembered; the longest silent go first.
    package var associations = 16_384
    /// Parts of SCTP messages that are kept for one direction; the oldest go first.
    package var messageParts = 128
    /// Bytes of them.
    package var messagePartBytes = 256 << 10
    /// Parts of SCTP messages that are kept for all directions; beyond it those of the direction at hand go.
    package var heldMessageParts = 65_536
    /// Bytes of them.
    package var heldMessagePartBytes = 16 << 20
    /// How long, in packet time, an SCTP message may lack a part.
    package var messagePartAge = TimeSpan.seconds(30)

    /// The documented defaults.
    package init() {}
}
