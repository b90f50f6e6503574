/// Reads one sorted run of a spool, a little at a time.
struct RunCursor {
    /// Bytes of a record's number and length in front of its text.
    static let headBytes = 16
    private static let readBytes = 1 << 14

    private let file: ScratchFile?
    private var offset: UInt64 = 0
    private var end: UInt64 = 0
    private var buffer: [UInt8] = []
    private var position = 0
    private var kept: ArraySlice<RecordSpool.Record> = []

    /// A run in a file.
    init(range: ClosedRange<UInt64>, file: ScratchFile?) {
        self.file = file
        offset = range.lowerBound
        end = range.upperBound
    }

    /// A run in memory.
    init(records: [RecordSpool.Record]) {
        file = nil
        kept = records[...]
    }

    /// The next record; nil at the end of the run.
    mutating func next() -> RecordSpool.Record? {
        if file == nil { return kept.popFirst() }
        guard let head = take(Self.headBytes) else { return nil }
        let number = Self.number(head.prefix(8))
        guard let text = take(Self.number(head.suffix(8))) else { return nil }
        return RecordSpool.Record(number: number, text: Array(text))
    }

    private mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        while buffer.count - position < count {
            guard offset < end, let file else { return nil }
            let wanted = min(end - offset, UInt64(max(Self.readBytes, count)))
            let bytes = file.read(at: offset, count: Int(wanted))
            guard !bytes.isEmpty else { return nil }
            buffer.removeFirst(position)
            position = 0
            buffer += bytes
            offset += UInt64(bytes.count)
        }
        position += count
        return buffer[(position - count)..<position]
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
        Int(truncatingIfNeeded: bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
}

/// Merges sorted runs: a heap of their next records. Of records with one number, that of the earlier run comes first.
struct CursorQueue {
    private var heap: [(record: RecordSpool.Record, run: Int)] = []
    private var cursors: [RunCursor]

    init(_ cursors: [RunCursor]) {
        self.cursors = cursors
        for run in cursors.indices {
            if let record = self.cursors[run].next() { heap.append((record, run)) }
        }
        for index in heap.indices.reversed() { sink(index) }
    }

    /// The record with the lowest number; nil when all are read.
    mutating func next() -> RecordSpool.Record? {
        guard let first = heap.first else { return nil }
        if let following = cursors[first.run].next() {
            heap[0].record = following
        } else {
            heap.swapAt(0, heap.count - 1)
            heap.removeLast()
        }
        sink(0)
        return first.record
    }

    private mutating func sink(_ start: Int) {
        var parent = start
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && isBefore(child, least) {
                least = child
            }
            guard least != parent else { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }

    private func isBefore(_ first: Int, _ second: Int) -> Bool {
        (heap[first].record.number, heap[first].run) < (heap[second].record.number, heap[second].run)
    }
}
