import SIPDialogs
import SIPReporting
import TraceTypes

/// Holding statistics of lengths of time against what they have to be.
extension Judging {
    /// The result for a statistic. It is exact: of the times of all calls that have one, by the nearest rank.
    func result(of placed: Placed<PercentileExpectation>) -> ExpectationResult {
        let wanted = placed.value
        var subject = ResultSubject(name: "percentiles")
        let samples = samples(of: wanted.time)
        guard let last = samples.last, let first = samples.first else {
            let seen = Observation(.unmatched, "no call has such a time")
            return subject.result(wanted.text, seen, expected: wanted.text, at: placed.position)
        }
        let sample: (span: Int64, view: ExchangeView)
        switch wanted.statistic {
        case .mean:
            let seen = mean(of: samples.map(\.span), wanted.bound)
            return subject.result(wanted.text, seen, expected: wanted.text, at: placed.position)
        case .least: sample = first
        case .greatest: sample = last
        case .percentile(let percent): sample = samples[Self.rank(percent, samples.count) - 1]
        }
        subject.exchange = sample.view.id
        let words = "\(SeenText.seconds(sample.span)) in \(sample.view.title(timers)), of \(Self.calls(samples.count))"
        let seen = Observation(isMet: wanted.bound.holds(sample.span), words, [sample.view.firstFrame])
        return subject.result(wanted.text, seen, expected: wanted.text, at: placed.position)
    }

    /// The times of all calls that have one, the shortest first. One below zero, of messages whose order the capture
    /// mixed up, is left out.
    private func samples(of time: CallTime) -> [(span: Int64, view: ExchangeView)] {
        exchanges(.call).compactMap { view in
            guard case .known(let span, _) = JudgedCall(view, self).measure(time) else { return nil }
            return (span.nanoseconds, view)
        }.sorted { ($0.span, $0.view.id) < ($1.span, $1.view.id) }
    }

    private func mean(of spans: [Int64], _ bound: Bound) -> Observation {
        let sum = spans.reduce(Int128(0)) { $0 + Int128($1) }
        let mean = Int64(sum / Int128(spans.count))
        return Observation(
            isMet: bound.holds(sum, outOf: Int128(spans.count)),
            "\(SeenText.seconds(mean)), of \(Self.calls(spans.count))")
    }

    /// The place, from 1, of the least sample that at least so many percent of all do not exceed.
    private static func rank(_ percent: Int, _ count: Int) -> Int {
        let rank = (Int128(count) * Int128(percent) + 99) / 100
        return min(count, max(1, Int(clamping: rank)))
    }

    private static func calls(_ count: Int) -> String { SeenText.count(count, "call") }
}
