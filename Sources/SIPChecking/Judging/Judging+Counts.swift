import SIPReporting

/// Holding counts over the whole trace against what they have to be.
extension Judging {
    /// The result for a count.
    func result(of placed: Placed<CountExpectation>) -> ExpectationResult {
        let wanted = placed.value
        let (part, whole) = wanted.subject.count(in: self)
        var subject = ResultSubject(name: "counts")
        var seen = observation(wanted, part, whole)
        if trace.report.filter != nil, wanted.subject.isOfMessages { seen.seen += " in the whole trace" }
        if seen.state == .failed, part > 0 {
            let evidence = wanted.subject.evidence(in: self)
            seen = Observation(.failed, seen.seen, evidence.frames)
            subject.exchange = evidence.exchange
        }
        return subject.result(wanted.text, seen, expected: wanted.text, at: placed.position)
    }

    private func observation(_ wanted: CountExpectation, _ part: Int, _ whole: Int?) -> Observation {
        let isFigure = if case .figure = wanted.subject { true } else { false }
        guard wanted.isPercentage || isFigure else {
            return Observation(isMet: wanted.bound.holds(Int64(part)), "\(part)")
        }
        guard let whole else { return Observation(.unmatched, "\(part), which is no part of a whole") }
        guard whole > 0 else { return Observation(.unmatched, "there are none") }
        // The bound is in thousandths of a percent.
        let scaled = Int128(part) * 100_000
        let isMet = wanted.bound.holds(scaled, outOf: Int128(whole))
        return Observation(isMet: isMet, "\(part) of \(whole) (\(Self.percent(scaled, Int128(whole))) %)")
    }

    /// Percent with three decimals, rounded.
    private static func percent(_ scaled: Int128, _ whole: Int128) -> String {
        let thousandths = (scaled * 2 + whole) / (whole * 2)
        let (percent, rest) = thousandths.quotientAndRemainder(dividingBy: 1_000)
        let decimals = String(rest)
        return "\(percent)." + String(repeating: "0", count: max(0, 3 - decimals.count)) + decimals
    }
}
