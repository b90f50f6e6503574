/// A length of time in nanoseconds.
public struct TimeSpan: Hashable, Comparable, Sendable {
    /// The length in nanoseconds.
    public var nanoseconds: Int64

    /// No time at all.
    public static let zero = TimeSpan(nanoseconds: 0)

    /// Makes a span of so many nanoseconds.
    public init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// A span of whole milliseconds; absurd values saturate.
    public static func milliseconds(_ count: Int64) -> TimeSpan {
        scaled(count, by: 1_000_000)
    }

    /// A span of whole seconds; absurd values saturate.
    public static func seconds(_ count: Int64) -> TimeSpan {
        scaled(count, by: 1_000_000_000)
    }

    /// The length in seconds.
    public var seconds: Double {
        Double(nanoseconds) / 1e9
    }

    /// Orders by length.
    public static func < (left: TimeSpan, right: TimeSpan) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    /// A span `factor` times as long; saturates.
    public static func * (span: TimeSpan, factor: Int64) -> TimeSpan {
        scaled(span.nanoseconds, by: factor)
    }

    private static func scaled(_ count: Int64, by factor: Int64) -> TimeSpan {
        let (product, overflow) = count.multipliedReportingOverflow(by: factor)
        guard overflow else { return TimeSpan(nanoseconds: product) }
        return TimeSpan(nanoseconds: (count < 0) == (factor < 0) ? .max : .min)
    }
}
