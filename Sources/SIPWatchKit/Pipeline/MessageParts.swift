import TraceTypes

/// The frames that messages are made of, for those who want to write them to a file of their own.
struct MessageParts: Sendable {
    /// Frame numbers that are kept.
    static let limit = 4_000_000
    /// Pieces that all streams together keep: over it, the stream at hand gives up its own.
    static let pieceLimit = 1_000_000

    /// By the frame that a message is told by, all frames that brought a part of it, in order; only where there are
    /// more than that one. Messages that share the frame share the list.
    private(set) var frames: [FrameNumber: [FrameNumber]] = [:]
    /// Messages whose parts were not, or not all, kept for want of room.
    private(set) var dropped = 0
    private var count = 0
    private var pieces = 0
    private let pieceLimit: Int

    init(pieceLimit: Int = MessageParts.pieceLimit) {
        self.pieceLimit = pieceLimit
    }

    /// Takes account of what a stream, which kept so many pieces before, keeps by now. One that carries no messages, or
    /// is at its end, needs none.
    mutating func settle(_ stream: inout StreamParts?, before: Int, isNeeded: Bool) {
        guard stream != nil else { return }
        dropped += stream?.takeIncomplete() ?? 0
        let isFull = pieces - before + (stream?.count ?? 0) > pieceLimit
        if !isNeeded || isFull { stream?.removeAll() }
        pieces += (stream?.count ?? 0) - before
    }

    /// Notes the frames that brought a message.
    mutating func add(_ parts: [FrameNumber], of frame: FrameNumber) {
        guard parts.contains(where: { $0 != frame }) else { return }
        guard count + parts.count < Self.limit else {
            dropped += 1
            return
        }
        let known = frames[frame] ?? []
        let all = Set(known).union(parts).union(CollectionOfOne(frame)).sorted()
        count += all.count - known.count
        frames[frame] = all
    }
}
