/// Counts by status code, of a bounded number of codes.
public struct StatusCounts: Sendable {
    /// Codes that are counted apart.
    private let limit: Int
    /// How often each status was counted.
    public private(set) var counts: [UInt16: Int] = [:]
    /// How often a status was counted for which there was no room.
    public private(set) var others = 0

    /// Nothing counted; `limit` codes are counted apart.
    public init(limit: Int) {
        self.limit = limit
    }

    /// Counts a status.
    public mutating func add(_ status: UInt16) {
        if counts.count < limit || counts[status] != nil {
            counts[status, default: 0] += 1
        } else {
            others += 1
        }
    }

    /// How often these were counted.
    public func count(of statuses: UInt16...) -> Int {
        statuses.reduce(0) { $0 + (counts[$1] ?? 0) }
    }

    /// How often those of a class or range were counted.
    public func count(in range: ClosedRange<UInt16>) -> Int {
        counts.reduce(0) { range.contains($1.key) ? $0 + $1.value : $0 }
    }

    /// All that was counted.
    public var total: Int { counts.values.reduce(others, +) }
}
