import TraceTypes

/// What became of every frame, and what was lost before.
public struct CaptureAccount: Sendable {
    /// What was read from one file or device.
    public struct Input: Sendable {
        /// The path, `-` for standard input, or the device's name.
        public var name: String
        /// The frames read from it.
        public var frames: UInt64
        /// The earliest time of its frames.
        public var firstTime: Timestamp?
        /// The latest time of its frames.
        public var lastTime: Timestamp?
        /// Its frames that could not be read, by reason.
        public var undecodedFrames: [String: Int] = [:]
        /// Its frames that the kernel lost before they could be read.
        public var droppedFrames: UInt64 = 0
        /// Why reading ended before the file did; nil when all of it was read.
        public var cut: String?

        /// Makes an input's account.
        public init(name: String, frames: UInt64, firstTime: Timestamp?, lastTime: Timestamp?, cut: String?) {
            self.name = name
            self.frames = frames
            self.firstTime = firstTime
            self.lastTime = lastTime
            self.cut = cut
        }
    }

    /// One for each file, or the device.
    public var inputs: [Input] = []
    /// All frames read.
    public var frames: UInt64 = 0
    /// Frames that carried SIP, or a part of it.
    public var sipFrames: UInt64 = 0
    /// Frames that carried something else, by protocol.
    public var otherFrames: [String: Int] = [:]
    /// Frames that could not be read, by reason.
    public var undecodedFrames: [String: Int] = [:]
    /// Frames that hold a part of a datagram or stream and were kept for the frames that complete it, by kind of part.
    public var incompleteFrames: [String: Int] = [:]
    /// SIP messages of which the capture has only a part: cut by a snap length, by a gap in a stream, or by its end.
    public var truncatedMessages = 0
    /// Frames that the kernel lost before they could be read.
    public var droppedFrames: UInt64 = 0
    /// Frames that the device lost.
    public var droppedByInterface: UInt64 = 0
    /// Messages that could not be given to any exchange for want of a Call-ID.
    public var messagesWithoutCallID = 0
    /// Exchanges given up, still open, for want of room.
    public var evictedExchanges = 0
    /// Messages on streams that were longer than the limit.
    public var oversizeMessages = 0
    /// Bytes on SIP streams that belonged to no message.
    public var skippedStreamBytes = 0

    /// An empty account.
    public init() {}

    /// The earliest time of all inputs.
    public var firstTime: Timestamp? { inputs.compactMap(\.firstTime).min() }
    /// The latest time of all inputs.
    public var lastTime: Timestamp? { inputs.compactMap(\.lastTime).max() }
}
