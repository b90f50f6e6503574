import TraceTypes

/// All that is known of a piece of a TCP stream besides its bytes.
package struct StreamChunk: Sendable {
    /// The direction of a connection that the bytes belong to.
    package var stream: StreamID
    /// Endpoints, and the frame that completed the piece.
    package var header: PayloadHeader
    /// Whether bytes between the previous chunk and this one were never seen.
    package var followsGap: Bool
    /// Whether the stream is over. No later chunk carries its ID; the chunk may be empty.
    package var ends: Bool
    /// Whether it is over for another reason than the sender's FIN: what is missing then, nobody left out.
    package var isBrokenOff: Bool

    /// Makes the description of a chunk.
    package init(
        stream: StreamID, header: PayloadHeader, followsGap: Bool = false, ends: Bool = false,
        isBrokenOff: Bool = false
    ) {
        self.stream = stream
        self.header = header
        self.followsGap = followsGap
        self.ends = ends
        self.isBrokenOff = isBrokenOff
    }
}
