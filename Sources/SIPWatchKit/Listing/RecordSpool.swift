/// Texts that come in nearly the order of their numbers and are read in exactly that: however many there are, they take
/// little memory. Up to a limit they stay in memory; beyond it, sorted runs of them go to a file without a name, and are
/// merged when they are read.
struct RecordSpool: Sendable {
    /// A text with the number that orders it.
    struct Record: Sendable {
        var number: Int
        var text: [UInt8]
    }

    private let limit: Int
    private var records: [Record] = []
    private var bytes = 0
    private var runs: [Run] = []
    private var file: ScratchFile?

    /// A sorted run of records, in the file or, where the file cannot be written, in memory.
    private enum Run: Sendable {
        case stored(ClosedRange<UInt64>)
        case kept([Record])
    }

    /// Makes an empty spool; `limit` is how many bytes it keeps in memory.
    init(limit: Int = 1 << 22) {
        self.limit = limit
    }

    /// Whether anything was added.
    var isEmpty: Bool { records.isEmpty && runs.isEmpty }

    /// Adds a text; texts of one number stay in the order in which they are added.
    mutating func add(_ text: [UInt8], number: Int) {
        guard !text.isEmpty else { return }
        records.append(Record(number: number, text: text))
        bytes += text.count
        if bytes >= limit { endRun() }
    }

    /// Hands over all texts in the order of their numbers.
    func forEach(_ body: (String) -> Void) {
        var cursors = runs.map { run in
            switch run {
            case .stored(let range): RunCursor(range: range, file: file)
            case .kept(let records): RunCursor(records: records)
            }
        }
        cursors.append(RunCursor(records: sorted))
        var queue = CursorQueue(cursors)
        while let record = queue.next() { body(String(decoding: record.text, as: UTF8.self)) }
    }

    private var sorted: [Record] {
        records.enumerated().sorted { ($0.element.number, $0.offset) < ($1.element.number, $1.offset) }.map(\.element)
    }

    private mutating func endRun() {
        if file == nil { file = ScratchFile() }
        var block: [UInt8] = []
        block.reserveCapacity(bytes + records.count * RunCursor.headBytes)
        for record in sorted {
            for number in [UInt64(record.number), UInt64(record.text.count)] {
                for shift in stride(from: UInt64(0), to: 64, by: 8) {
                    block.append(UInt8(truncatingIfNeeded: number >> shift))
                }
            }
            block += record.text
        }
        runs.append(file?.append(block).map { .stored($0) } ?? .kept(sorted))
        records.removeAll(keepingCapacity: true)
        bytes = 0
    }
}
