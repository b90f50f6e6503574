import SIPParsing

/// Collects what does not hold.
struct Violations {
    /// The sentences so far, no more than anybody reads.
    private(set) var found: [String] = []
    private static let longestList = 10

    /// Notes `sentence` unless the condition holds.
    mutating func expect(_ holds: Bool, _ sentence: @autoclosure () -> String) {
        guard !holds, found.count < Self.longestList else { return }
        found.append(sentence())
    }

    /// Notes a range that leaves `bounds`.
    mutating func expect(_ range: ByteRange?, inside bounds: Range<Int>, _ what: @autoclosure () -> String) {
        guard let range = range?.range else { return }
        expect(
            range.lowerBound >= bounds.lowerBound && range.upperBound <= bounds.upperBound,
            "\(what()) \(range) leaves \(bounds)")
    }

    /// Notes a count above its limit.
    mutating func expect(_ count: Int, atMost limit: Int, _ what: @autoclosure () -> String) {
        expect(count <= limit, "\(count) \(what()), of which no more than \(limit) may be kept")
    }
}
