import TraceTypes

/// How lengths of time are spread: a histogram with logarithmic buckets, whose size does not grow with the samples.
///
/// Each power of two of microseconds has 32 buckets, and a quantile is the middle of its bucket: it is at most 1.6 % off.
/// Count, mean, least and greatest are exact to the microsecond.
public struct Distribution: Sendable {
    /// How many samples there are.
    public private(set) var count = 0
    private var least = Int64.max
    private var greatest = Int64.min
    private var sum: Int64 = 0
    /// Samples by bucket; empty until the first one, so that a figure nobody measures costs nothing.
    private var buckets: [UInt32] = []

    /// No samples yet.
    public init() {}

    /// Adds a sample. One below zero, of messages whose order the capture mixed up, measures nothing and is left out.
    public mutating func add(_ span: TimeSpan) {
        guard span >= .zero else { return }
        let value = span.nanoseconds / 1_000
        if buckets.isEmpty { buckets = [UInt32](repeating: 0, count: Self.bucketCount) }
        count += 1
        least = Swift.min(least, value)
        greatest = Swift.max(greatest, value)
        sum = Self.sum(sum, value)
        let place = Self.bucket(of: value)
        if buckets[place] < .max { buckets[place] += 1 }
    }

    /// Adds all samples of another distribution.
    public mutating func merge(_ other: Distribution) {
        guard other.count > 0 else { return }
        guard count > 0 else {
            self = other
            return
        }
        count += other.count
        least = Swift.min(least, other.least)
        greatest = Swift.max(greatest, other.greatest)
        sum = Self.sum(sum, other.sum)
        for place in buckets.indices {
            let (total, isOver) = buckets[place].addingReportingOverflow(other.buckets[place])
            buckets[place] = isOver ? .max : total
        }
    }

    /// The least sample; nil without any.
    public var min: TimeSpan? { count > 0 ? Self.span(least) : nil }
    /// The greatest sample; nil without any.
    public var max: TimeSpan? { count > 0 ? Self.span(greatest) : nil }
    /// The arithmetic mean; nil without samples.
    public var mean: TimeSpan? { count > 0 ? Self.span(sum / Int64(count)) : nil }

    /// The least sample that at least so many percent of all do not exceed, as exactly as the buckets tell.
    public func percentile(_ percent: Int) -> TimeSpan? {
        guard count > 0 else { return nil }
        let rank = Swift.max(1, Swift.min(count, Int((Double(count) * Double(percent) / 100).rounded(.up))))
        var seen = 0
        for place in buckets.indices {
            seen += Int(buckets[place])
            if seen >= rank {
                return Self.span(Swift.min(greatest, Swift.max(least, Self.middle(of: place))))
            }
        }
        return max
    }
}

extension Distribution {
    /// Buckets of each power of two: 2 to the power of this.
    private static let precision = 5
    /// The greatest value that has a bucket of its own: 50 days in microseconds.
    private static let limit: Int64 = 1 << 42 - 1
    private static let bucketCount = bucket(of: limit) + 1

    /// The bucket of a value in microseconds that is not negative.
    private static func bucket(of value: Int64) -> Int {
        let value = Swift.min(value, limit)
        let shift = Swift.max(0, 63 - value.leadingZeroBitCount - precision)
        return (shift << precision) + Int(value >> Int64(shift))
    }

    /// The middle of a bucket in microseconds.
    private static func middle(of bucket: Int) -> Int64 {
        let shift = Swift.max(0, bucket >> precision - 1)
        let start = Int64(bucket - shift << precision) << Int64(shift)
        return start + (Int64(1) << Int64(shift)) / 2
    }

    private static func sum(_ left: Int64, _ right: Int64) -> Int64 {
        let (sum, isOver) = left.addingReportingOverflow(right)
        return isOver ? .max : sum
    }

    private static func span(_ microseconds: Int64) -> TimeSpan {
        let (nanoseconds, isOver) = microseconds.multipliedReportingOverflow(by: 1_000)
        return TimeSpan(nanoseconds: isOver ? .max : nanoseconds)
    }
}
