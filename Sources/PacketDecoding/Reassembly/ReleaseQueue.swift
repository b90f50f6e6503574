/// Results that wait to be fetched, in order.
struct ReleaseQueue {
    private var incoming: [DecodeResult] = []
    /// The next is the last.
    private var outgoing: [DecodeResult] = []

    mutating func add(_ result: DecodeResult) {
        incoming.append(result)
    }

    mutating func take() -> DecodeResult? {
        if outgoing.isEmpty, !incoming.isEmpty {
            outgoing = incoming.reversed()
            incoming.removeAll()
        }
        return outgoing.popLast()
    }
}
