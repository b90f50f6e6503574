/// A binary heap of what is due: earliest first, and in the order of their adding where times are equal.
struct EventQueue {
    /// The next step of one exchange.
    struct Event {
        /// Microseconds since the Unix epoch.
        let time: Int64
        let order: UInt64
        /// Which exchange, by its place in the table of open ones.
        let slot: Int

        func isBefore(_ other: Event) -> Bool {
            time != other.time ? time < other.time : order < other.order
        }
    }

    private var heap: [Event] = []
    private var added: UInt64 = 0

    var first: Event? { heap.first }

    /// Adds an event.
    mutating func add(slot: Int, at time: Int64) {
        heap.append(Event(time: time, order: added, slot: slot))
        added += 1
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child].isBefore(heap[parent]) else { return }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    /// Takes the earliest event out.
    mutating func removeFirst() -> Event? {
        guard let last = heap.popLast() else { return nil }
        guard let first = heap.first else { return last }
        heap[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in (2 * parent + 1)..<(2 * parent + 3) where child < heap.count {
                if heap[child].isBefore(heap[least]) { least = child }
            }
            guard least != parent else { return first }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
