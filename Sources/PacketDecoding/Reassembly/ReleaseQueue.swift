/// Results that wait to be fetched, in order, with the frames that they settle.
struct ReleaseQueue {
    typealias Entry = (result: DecodeResult, frames: SettledFrames)

    /// Frames that the waiting results settle.
    private(set) var frames = 0
    private var incoming: [Entry] = []
    /// The next is the last.
    private var outgoing: [Entry] = []

    var isEmpty: Bool { incoming.isEmpty && outgoing.isEmpty }

    mutating func add(_ result: DecodeResult, _ frames: SettledFrames) {
        self.frames += frames.count
        incoming.append((result, frames))
    }

    mutating func take() -> Entry? {
        if outgoing.isEmpty, !incoming.isEmpty {
            outgoing = incoming.reversed()
            incoming.removeAll()
        }
        guard let next = outgoing.popLast() else { return nil }
        frames -= next.frames.count
        return next
    }
}
