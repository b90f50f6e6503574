import TraceTypes

/// The fragments of one datagram that have come so far. Where two overlap, the first to come wins.
struct FragmentSet {
    /// When the first of them came.
    let start: Timestamp
    /// What tells it from another datagram with the same key.
    let serial: UInt64
    /// Whether all of them repeat a datagram that was complete before they came.
    var isRepeat = true
    /// The frames that brought them.
    private(set) var frames = SettledFrames()
    /// The datagram, with zeros where nothing has come yet.
    private(set) var bytes: [UInt8] = []
    /// What has come: sorted, disjoint, never adjacent.
    private var covered: [Range<Int>] = []
    /// The datagram's length, once its last fragment has come.
    private var total: Int?

    init(start: Timestamp, serial: UInt64) {
        self.start = start
        self.serial = serial
    }

    /// Whether nothing is missing.
    var isComplete: Bool {
        guard let total, covered.count == 1, let only = covered.first else { return false }
        return only == 0..<total
    }

    /// Whether the datagram, of this IP protocol, may carry SIP, as far as is known.
    func mayBeSIP(_ protocolNumber: UInt8) -> Bool {
        let known = covered.first.map { $0.lowerBound == 0 ? $0.upperBound : 0 } ?? 0
        return FragmentContent.mayBeSIP(protocolNumber, known) { bytes[$0] }
    }

    /// Whether a fragment at `range` of the datagram agrees with what is known of the datagram's end.
    func fits(_ range: Range<Int>, isLast: Bool) -> Bool {
        if let total { return isLast ? range.upperBound == total : range.upperBound <= total }
        return !isLast || bytes.count <= range.upperBound
    }

    /// Adds a fragment that fits, whose bytes begin at `offset` of `source`, and takes over its frames. Whether it
    /// repeated bytes.
    mutating func add(
        _ range: Range<Int>, isLast: Bool, _ source: Span<UInt8>, at offset: Int, _ added: inout SettledFrames
    ) -> Bool {
        if isLast { total = range.upperBound }
        if bytes.count < range.upperBound {
            bytes.append(contentsOf: repeatElement(0, count: range.upperBound - bytes.count))
        }
        let delta = offset - range.lowerBound
        let first = firstCovered(from: range.lowerBound)
        var end = first
        var merged = range
        var position = range.lowerBound
        var repeated = 0
        while end < covered.endIndex, covered[end].lowerBound <= range.upperBound {
            let old = covered[end]
            if position < old.lowerBound { copy(position..<old.lowerBound, source, delta) }
            position = max(position, old.upperBound)
            repeated += old.clamped(to: range).count
            merged = min(merged.lowerBound, old.lowerBound)..<max(merged.upperBound, old.upperBound)
            end += 1
        }
        if position < range.upperBound { copy(position..<range.upperBound, source, delta) }
        covered.replaceSubrange(first..<end, with: CollectionOfOne(merged))
        // Numbers of frames that bring nothing are not kept: so there are never more than bytes.
        if repeated == range.count { added.numbers = [] }
        frames.take(added)
        added = SettledFrames()
        return repeated > 0
    }

    /// The first of `covered` that ends at `offset` or behind it.
    private func firstCovered(from offset: Int) -> Int {
        var low = covered.startIndex
        var high = covered.endIndex
        while low < high {
            let middle = (low + high) / 2
            if covered[middle].upperBound >= offset { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private mutating func copy(_ range: Range<Int>, _ source: Span<UInt8>, _ delta: Int) {
        for index in range { bytes[index] = source[index + delta] }
    }
}
