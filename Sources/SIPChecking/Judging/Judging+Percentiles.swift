import SIPDialogs
import SIPReporting
import TraceTypes

/// Holding statistics of lengths of time against what they have to be.
extension Judging {
    /// The result for a statistic. It is exact: of the times of all calls that have one, by the nearest rank. A time that
    /// was not over when the trace ended may become any longer one; where that decides, the result is undetermined.
    func result(of placed: Placed<PercentileExpectation>) -> ExpectationResult {
        let wanted = placed.value
        var subject = ResultSubject(name: "percentiles")
        let (samples, unmeasured) = samples(of: wanted.time)
        guard let range = samples.range(of: wanted.statistic) else {
            let seen = Observation(
                unmeasured > 0 ? .undetermined : .unmatched, "no call has such a time" + Self.leftOut(unmeasured))
            return subject.result(wanted.text, seen, expected: wanted.text, at: placed.position)
        }
        let known = samples.count { $0.certainty == .known }
        var words = range.greatest == range.least ? "" : "at least "
        words += SeenText.seconds(range.least)
        if let sample = range.sample {
            words += " in \(sample.view.title(timers))"
            subject.exchange = sample.view.id
        }
        let running = samples.count - known
        words += ", of \(SeenText.count(samples.count, "call"))"
        words += (running > 0 ? ", \(running) of them not over" : "") + Self.leftOut(unmeasured)
        let seen = Observation(range.state(wanted.bound), words, [range.sample?.view.firstFrame])
        return subject.result(wanted.text, seen, expected: wanted.text, at: placed.position)
    }

    /// The times of all calls that have one, the shortest first, and how many calls there are whose times the trace cannot
    /// tell. One below zero, of messages whose order the capture mixed up, is among these.
    private func samples(of time: CallTime) -> (samples: [TimeSample], unmeasured: Int) {
        var unmeasured = 0
        let samples = exchanges(.call).compactMap { view -> TimeSample? in
            switch JudgedCall(view, self).measure(time) {
            case .known(let span, _): return TimeSample(span: span.nanoseconds, view: view, certainty: .known)
            case .running(let span, _):
                // Whoever is not answered, or does not ring, may never be, and then has no such time.
                let mayBeNone = time == .setup || time == .postDial
                // Where frames were lost, the end may have been among them.
                let least = view.exchange.hasLoss ? 0 : span.nanoseconds
                return TimeSample(span: least, view: view, certainty: mayBeNone ? .possible : .running)
            case .unknown:
                unmeasured += 1
                return nil
            case .none: return nil
            }
        }
        return (samples.sorted { ($0.span, $0.view.id) < ($1.span, $1.view.id) }, unmeasured)
    }

    /// How many calls were left out.
    private static func leftOut(_ unmeasured: Int) -> String {
        unmeasured > 0 ? "; left out: \(SeenText.count(unmeasured, "call")) whose time the trace cannot tell" : ""
    }
}
