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
        heap.append(entry)
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child].time < heap[parent].time else { break }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    mutating func removeEarliest() -> Entry? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return first }
        heap[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in (2 * parent + 1)...(2 * parent + 2)
            where child < heap.count && heap[child].time < heap[least].time { least = child }
            guard least != parent else { return first }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
