/// A count for each member of a closed set of reasons.
package struct Tally<Reason: NamedReason>: Sendable {
    private var counts = [Int](repeating: 0, count: Reason.allCases.count)

    /// Makes a tally of zeros.
    package init() {}

    /// How often `reason` was counted.
    package subscript(reason: Reason) -> Int {
        counts[Int(reason.rawValue)]
    }

    /// The sum over all reasons.
    package var total: Int {
        counts.reduce(0, +)
    }

    /// The counts that are not zero, under their stable names.
    package var named: [String: Int] {
        var result: [String: Int] = [:]
        for reason in Reason.allCases where self[reason] > 0 { result[reason.name] = self[reason] }
        return result
    }

    /// Counts `reason`, once or several times.
    package mutating func count(_ reason: Reason, _ times: Int = 1) {
        counts[Int(reason.rawValue)] &+= times
    }

    /// Adds another tally's counts.
    mutating func add(_ other: Tally) {
        for index in counts.indices { counts[index] &+= other.counts[index] }
    }
}
