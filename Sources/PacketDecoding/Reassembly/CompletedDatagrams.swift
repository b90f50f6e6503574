import TraceTypes

/// Datagrams that were put together of late, so that a fragment of one that comes again does not look like a new one's.
struct CompletedDatagrams {
    private struct Entry {
        let bytes: [UInt8]
        let time: Timestamp
        let serial: UInt64
    }

    private let limits: DecodingLimits
    private var entries: [FragmentKey: Entry] = [:]
    private var ages: FragmentAges
    private var bytes = 0

    init(limits: DecodingLimits) {
        self.limits = limits
        ages = FragmentAges(limit: limits.completedDatagrams)
    }

    /// Remembers a datagram that was completed at `time`, in place of those that are too old or too many.
    mutating func add(_ whole: [UInt8], _ key: FragmentKey, at time: Timestamp) {
        remove(key)
        while let oldest = oldest, let entry = entries[oldest], isOver(entry, whole.count, time) { remove(oldest) }
        guard limits.completedDatagrams > 0, whole.count <= limits.completedBytes else { return }
        entries[key] = Entry(bytes: whole, time: time, serial: ages.add(key))
        bytes += whole.count
    }

    /// Whether a fragment at `range` of the datagram with this key, whose bytes begin at `offset` of `source`, brings
    /// at `time` what the datagram had. A number that was used again brings something else.
    func repeats(
        _ range: Range<Int>, isLast: Bool, _ key: FragmentKey, _ source: Span<UInt8>, at offset: Int,
        _ time: Timestamp
    ) -> Bool {
        guard let known = entries[key], time - known.time <= limits.fragmentAge else { return false }
        let count = known.bytes.count
        guard isLast ? range.upperBound == count : range.upperBound < count else { return false }
        let delta = offset - range.lowerBound
        for index in range where known.bytes[index] != source[index + delta] { return false }
        return true
    }

    /// Whether the oldest has to go before `count` bytes more are remembered.
    private func isOver(_ oldest: Entry, _ count: Int, _ time: Timestamp) -> Bool {
        entries.count >= limits.completedDatagrams || bytes + count > limits.completedBytes
            || time - oldest.time > limits.fragmentAge
    }

    private var oldest: FragmentKey? {
        mutating get { ages.oldest { key, serial in entries[key]?.serial == serial } }
    }

    private mutating func remove(_ key: FragmentKey) {
        if let entry = entries.removeValue(forKey: key) { bytes -= entry.bytes.count }
    }
}
