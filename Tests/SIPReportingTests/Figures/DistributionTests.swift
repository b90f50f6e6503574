import SIPReporting
import Testing
import TraceTypes
import _TestSupport

@Suite("How lengths of time are spread")
struct DistributionTests {
    private static func samples(_ seed: UInt64, _ count: Int) -> [Int64] {
        var generator = SeededGenerator(seed: seed)
        // From microseconds to hours, as evenly on a logarithmic scale as shifting makes it.
        return (0..<count).map { _ in Int64.random(in: 0..<(1 << Int64.random(in: 1...33)), using: &generator) }
    }

    private static func distribution(_ samples: some Sequence<Int64>) -> Distribution {
        var distribution = Distribution()
        for value in samples { distribution.add(TimeSpan(nanoseconds: value * 1_000)) }
        return distribution
    }

    @Test(
        "Quantiles are those of the sorted samples within the bucket's error", arguments: [1, 2, 3, 4, 5] as [UInt64])
    func quantiles(seed: UInt64) throws {
        let samples = Self.samples(seed, 2_500)
        let distribution = Self.distribution(samples)
        let sorted = samples.sorted()
        for percent in [1, 50, 90, 95, 99, 100] {
            let exact = sorted[(sorted.count * percent + 99) / 100 - 1]
            let told = try #require(distribution.percentile(percent)).nanoseconds / 1_000
            #expect(abs(told - exact) <= exact / 64 + 1, "seed \(seed), \(percent) percent: \(told) for \(exact)")
        }
        #expect(distribution.count == sorted.count)
        #expect(distribution.min == TimeSpan(nanoseconds: sorted[0] * 1_000))
        #expect(distribution.max == TimeSpan(nanoseconds: sorted[sorted.count - 1] * 1_000))
        let mean = sorted.reduce(0, +) / Int64(sorted.count)
        #expect(distribution.mean == TimeSpan(nanoseconds: mean * 1_000))
    }

    @Test("Two merged are as one of all samples", arguments: [0, 1, 700])
    func merging(count: Int) {
        let first = Self.samples(7, count)
        let second = Self.samples(8, 300)
        var merged = Self.distribution(first)
        merged.merge(Self.distribution(second))
        let whole = Self.distribution(first + second)
        #expect(merged.count == whole.count && merged.min == whole.min && merged.max == whole.max)
        #expect(merged.mean == whole.mean)
        for percent in 1...100 { #expect(merged.percentile(percent) == whole.percentile(percent)) }
        var unchanged = whole
        unchanged.merge(Distribution())
        #expect(unchanged.count == whole.count && unchanged.percentile(50) == whole.percentile(50))
    }

    @Test("One sample is every quantile; none is none")
    func few() {
        let one = Self.distribution([1_234_567])
        for percent in [1, 50, 99] { #expect(one.percentile(percent) == TimeSpan(nanoseconds: 1_234_567_000)) }
        let none = Distribution()
        #expect(none.percentile(50) == nil && none.min == nil && none.max == nil && none.mean == nil)
    }

    @Test("Absurd lengths: below zero measures nothing, beyond all buckets is the greatest")
    func absurd() {
        var distribution = Distribution()
        distribution.add(TimeSpan(nanoseconds: -1))
        #expect(distribution.count == 0)
        distribution.add(.zero)
        distribution.add(TimeSpan(nanoseconds: .max))
        distribution.add(TimeSpan(nanoseconds: .max))
        #expect(distribution.count == 3 && distribution.min == .zero)
        #expect(distribution.max == TimeSpan(nanoseconds: .max / 1_000 * 1_000))
        #expect(distribution.percentile(1) == .zero)
    }
}
