/// Results that wait to be fetched, in order, with the frames that they settle.
struct ReleaseQueue {
    typealias Entry = (result: DecodeResult, frames: SettledFrames)

    private var incoming: [Entry] = []
    /// The next is the last.
    private var outgoing: [Entry] = []

    mutating func add(_ result: DecodeResult, _ frames: SettledFrames) {
        incoming.append((result, frames))
    }

    mutating func take() -> Entry? {
        if outgoing.isEmpty, !incoming.isEmpty {
            outgoing = incoming.reversed()
            incoming.removeAll()
        }
        return outgoing.popLast()
    }
}
