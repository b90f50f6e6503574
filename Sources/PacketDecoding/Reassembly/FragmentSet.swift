import TraceTypes

/// The fragments of one datagram that have come so far. Where two overlap, the first to come wins.
struct FragmentSet {
    /// When the first of them came.
    let start: Timestamp
    /// The datagram, with zeros where nothing has come yet.
    private(set) var bytes: [UInt8] = []
    /// What has come: sorted, disjoint, never adjacent.
    private var covered: [Range<Int>] = []
    /// The datagram's length, once its last fragment has come.
    private var total: Int?

    init(start: Timestamp) {
        self.start = start
    }

    /// Whether nothing is missing.
    var isComplete: Bool {
        guard let total, covered.count == 1, let only = covered.first else { return false }
        return only == 0..<total
    }

    /// Whether a fragment at `range` of the datagram agrees with what is known of the datagram's end.
    func fits(_ range: Range<Int>, isLast: Bool) -> Bool {
        if let total { return isLast ? range.upperBound == total : range.upperBound <= total }
        return !isLast || bytes.count <= range.upperBound
    }

    /// Adds a fragment that fits, whose bytes begin at `offset` of `source`. Whether it repeated bytes.
    mutating func add(_ range: Range<Int>, isLast: Bool, _ source: Span<UInt8>, at offset: Int) -> Bool {
        if isLast { total = range.upperBound }
        if bytes.count < range.upperBound {
            bytes.append(contentsOf: repeatElement(0, count: range.upperBound - bytes.count))
        }
        let delta = offset - range.lowerBound
        var position = range.lowerBound
        for old in covered where old.upperBound > range.lowerBound && old.lowerBound < range.upperBound {
            if position < old.lowerBound { copy(position..<old.lowerBound, source, delta) }
            position = max(position, old.upperBound)
        }
        let overlaps = covered.contains { $0.overlaps(range) }
        if position < range.upperBound { copy(position..<range.upperBound, source, delta) }
        cover(range)
        return overlaps
    }

    private mutating func copy(_ range: Range<Int>, _ source: Span<UInt8>, _ delta: Int) {
        for index in range { bytes[index] = source[index + delta] }
    }

    private mutating func cover(_ range: Range<Int>) {
        let first = covered.firstIndex { $0.upperBound >= range.lowerBound } ?? covered.endIndex
        var end = first
        var merged = range
        while end < covered.endIndex, covered[end].lowerBound <= range.upperBound {
            merged = min(merged.lowerBound, covered[end].lowerBound)..<max(merged.upperBound, covered[end].upperBound)
            end += 1
        }
        covered.replaceSubrange(first..<end, with: CollectionOfOne(merged))
    }
}
