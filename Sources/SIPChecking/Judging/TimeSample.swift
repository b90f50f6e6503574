/// A length of time of one call among those that a statistic is about.
struct TimeSample {
    /// How much is known of it.
    enum Certainty {
        /// It is as long.
        case known
        /// It is at least as long.
        case running
        /// It is at least as long, if the call has such a time at all.
        case possible
    }

    /// In nanoseconds.
    let span: Int64
    let view: ExchangeView
    let certainty: Certainty
}

/// What a statistic of lengths of time is, or may become.
struct StatisticRange {
    /// The least that it can be, and the greatest; nil for any more. In nanoseconds, rounded down.
    var least: Int64
    var greatest: Int64?
    /// The time that is the least.
    var sample: TimeSample?
    /// The quotient that a mean is, where it is known.
    var quotient: (part: Int128, whole: Int128)?

    /// Whether it is what it has to be.
    func state(_ bound: Bound) -> ExpectationResult.State {
        if let quotient { return bound.holds(quotient.part, outOf: quotient.whole) ? .met : .failed }
        let range = least...max(least, greatest ?? .max)
        if bound.holds(throughout: range) { return .met }
        return bound.mayHold(within: range) ? .undetermined : .failed
    }
}

/// Of samples in ascending order.
extension [TimeSample] {
    /// What a statistic of them is, or may become; nil without any.
    func range(of statistic: PercentileExpectation.Statistic) -> StatisticRange? {
        switch statistic {
        case .mean: mean
        case .least: rank { _ in 1 }
        case .greatest: rank { $0 }
        // The least that at least so many percent of all do not exceed.
        case .percentile(let percent):
            rank { Swift.max(1, Int(clamping: (Int128($0) * Int128(percent) + 99) / 100)) }
        }
    }

    /// The sample in a place from 1, which is told from how many there are.
    private func rank(_ place: (Int) -> Int) -> StatisticRange? {
        let known = filter { $0.certainty == .known }
        // Those that are possible lower the statistic where they stand before it, and are thought away behind it.
        let certain = count { $0.certainty != .possible }
        var (before, possible) = (0, 0)
        for sample in self {
            before += 1
            if sample.certainty == .possible { possible += 1 }
            guard place(certain + possible) <= before else { continue }
            // At the most, all that are not over take longer than any other.
            let last = place(count)
            let greatest = last <= known.count ? known[last - 1] : nil
            let isSame = greatest?.span == sample.span
            return StatisticRange(
                least: sample.span, greatest: greatest?.span, sample: isSame ? greatest : sample)
        }
        return nil
    }

    /// The mean: of all samples, but for possible ones that would raise it.
    private var mean: StatisticRange? {
        let certain = filter { $0.certainty != .possible }
        var (sum, number) = (certain.reduce(Int128(0)) { $0 + Int128($1.span) }, Int128(certain.count))
        for sample in self where sample.certainty == .possible {
            guard number == 0 || Int128(sample.span) * number < sum else { break }
            sum += Int128(sample.span)
            number += 1
        }
        guard number > 0 else { return nil }
        let least = Int64(sum / number)
        let isKnown = allSatisfy { $0.certainty == .known }
        return StatisticRange(
            least: least, greatest: isKnown ? least : nil, quotient: isKnown ? (sum, number) : nil)
    }
}
