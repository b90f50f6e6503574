import TraceTypes

/// The frames that messages are made of, for those who want to write them to a file of their own.
struct MessageParts: Sendable {
    /// Frame numbers that are kept.
    static let limit = 4_000_000

    /// By the frame that a message is told by, all frames that brought a part of it, in order; only where there are more
    /// than that one. Messages that share the frame share the list.
    private(set) var frames: [FrameNumber: [FrameNumber]] = [:]
    /// Messages whose parts were not kept for want of room.
    private(set) var dropped = 0
    private var count = 0

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
