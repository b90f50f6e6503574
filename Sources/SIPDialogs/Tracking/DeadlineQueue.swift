import TraceTypes

/// A queue of points in time at which exchanges want to be looked at: a binary heap, earliest first.
struct DeadlineQueue: Sendable {
    /// An exchange by its slot, valid while the slot still holds the exchange of that id.
    struct Entry: Sendable {
        var time: Timestamp
        var slot: Int32
        var id: Int
    }

    private var heap: [Entry] = []

    /// The earliest entry's time.
    var earliest: Timestamp? { heap.first?.time }

    mutating func insert(_ entry: Entry) {
        var hole = heap.count
        heap.append(entry)
        while hole > 0, entry.time < heap[(hole - 1) / 2].time {
            heap[hole] = heap[(hole - 1) / 2]
            hole = (hole - 1) / 2
        }
        heap[hole] = entry
    }

    mutating func removeEarliest() -> Entry? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        let count = heap.count
        guard count > 0 else { return first }
        var hole = 0
        while 2 * hole + 1 < count {
            var child = 2 * hole + 1
            if child + 1 < count, heap[child + 1].time < heap[child].time { child += 1 }
            guard heap[child].time < last.time else { break }
            heap[hole] = heap[child]
            hole = child
        }
        heap[hole] = last
        return first
    }
}
