import TraceTypes

/// A run of bytes of a stream, with what delivering it has to say.
struct StreamPiece {
    /// The sequence number of the first byte.
    var sequence: UInt32
    /// How many bytes there were on the wire.
    var wireCount: Int
    /// How many of them were captured.
    var capturedCount: Int
    /// The captured bytes, once they had to be copied out of the frame.
    var bytes: [UInt8] = []
    /// Whether the sender's FIN follows.
    var isFinal: Bool
    /// Whether the stream is over for another reason than a FIN: a reset, a new connection, or want of room.
    var isBrokenOff = false
    /// The frame that brought the bytes, or that completed them.
    var frame: FrameNumber
    /// When that frame was captured.
    var time: Timestamp
    /// Whether bytes before it were never seen.
    var followsGap = false
    /// The frames that brought it.
    var frames = SettledFrames()

    /// Whether a snap length cut it.
    var isTruncated: Bool { capturedCount < wireCount }

    /// The sequence number after the last byte.
    var end: UInt32 { sequence &+ UInt32(truncatingIfNeeded: wireCount) }

    /// Cuts off the first `count` bytes, no more than there were on the wire.
    mutating func dropFirst(_ count: Int) {
        sequence = sequence &+ UInt32(truncatingIfNeeded: count)
        wireCount -= count
        capturedCount = max(0, capturedCount - count)
        bytes.removeFirst(min(count, bytes.count))
    }

    /// Appends a piece that goes on where this one ends.
    mutating func append(_ next: StreamPiece) {
        bytes += next.bytes
        wireCount += next.wireCount
        capturedCount += next.capturedCount
        isFinal = next.isFinal
        frame = max(frame, next.frame)
        time = max(time, next.time)
        frames.take(next.frames)
    }
}
