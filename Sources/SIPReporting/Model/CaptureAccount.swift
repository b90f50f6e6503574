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
        /// The names of its interfaces, where it has such; of a device, its own.
        public var interfaces: [String] = []
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

    /// A remark that a capture file has on a frame.
    public struct Comment: Sendable {
        /// The frame.
        public var frame: FrameNumber
        /// What the file says of it.
        public var text: String

        /// Makes a comment.
        public init(frame: FrameNumber, text: String) {
            self.frame = frame
            self.text = text
        }
    }

    /// Comments that are kept of a capture, and as many more of those with directives.
    public static let commentsKept = 1_000
    /// What a line of a comment begins with, in any case, that tells `sipwatch check` something.
    public static let directiveMark = "sipwatch:"

    /// One for each file, or the device.
    public var inputs: [Input] = []
    /// All frames read.
    public var frames: UInt64 = 0
    /// Frames that carried SIP, or a part of it, and are all there.
    public var sipFrames: UInt64 = 0
    /// Frames that carried SIP and were cut by a snap length.
    public var truncatedFrames: UInt64 = 0
    /// Frames that carried something else, by protocol.
    public var otherFrames: [String: Int] = [:]
    /// Frames that could not be read, by reason.
    public var undecodedFrames: [String: Int] = [:]
    /// Frames that hold a part of a datagram or stream that was never completed, by kind of part.
    public var incompleteFrames: [String: Int] = [:]
    /// What putting datagrams and streams together met with, by name.
    public var reassembly: [String: Int] = [:]
    /// Whether something that may have been SIP was lost: a part of a datagram or stream that was never completed, or
    /// bytes that a snap length cut off.
    public var mayHaveLostSIP = false
    /// SIP messages of which the capture has only a part: cut by a snap length, by a gap in a stream, or by its end.
    public var truncatedMessages = 0
    /// Frames that the kernel lost before they could be read.
    public var droppedFrames: UInt64 = 0
    /// Frames that the program itself lost because it did not keep up.
    public var droppedByProgram: UInt64 = 0
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

    /// The first comments on frames, in the order of the frames.
    public private(set) var comments: [Comment] = []
    /// How many comments there were.
    public private(set) var commentCount = 0

    /// The first comments in which `directiveMark` stands, in the order of the frames.
    public private(set) var directives: [Comment] = []
    /// How many such comments there were.
    public private(set) var directiveCount = 0

    /// Notes a comment; of a great many, only the first are kept, and only the first of those with directives.
    public mutating func add(_ comment: Comment) {
        commentCount += 1
        if comments.count < Self.commentsKept { comments.append(comment) }
        guard comment.text.lowercased().contains(Self.directiveMark) else { return }
        directiveCount += 1
        if directives.count < Self.commentsKept { directives.append(comment) }
    }

    /// An empty account.
    public init() {}

    /// The earliest time of all inputs.
    public var firstTime: Timestamp? { inputs.compactMap(\.firstTime).min() }
    /// The latest time of all inputs.
    public var lastTime: Timestamp? { inputs.compactMap(\.lastTime).max() }
}
