import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@testable import SIPChecking

@Suite("Judging statistics of lengths of time")
struct JudgingPercentileTests {
    /// Ten calls that are answered after one to ten seconds; the last one is refused.
    static let ten = JudgingTrace(until: 400) { scenario in
        for number in 1...10 {
            let start = Double(number) * 20
            let invite = scenario.request(
                .invite, from: .alice, to: .bob, at: start, callID: "call-\(number)", fromTag: "a\(number)")
            scenario.response(number == 10 ? 486 : 200, to: invite, at: start + Double(11 - number))
        }
    }

    private func statistic(
        _ statistic: PercentileExpectation.Statistic, _ comparison: Bound.Comparison, _ trace: JudgingTrace = Self.ten,
        _ time: CallTime = .setup
    ) -> ExpectationResult? {
        let wanted = PercentileExpectation(
            text: "setup", time: time, statistic: statistic, bound: Bound(text: "x", comparison))
        return trace.results { $0.percentiles = [placed(wanted)] }.first
    }

    @Test(
        "Nearest rank, of the calls that have the time",
        arguments: [
            (.percentile(50), "6.000 s in call 5 (alice → bob), of 9 calls [9]"),
            (.percentile(95), "10.000 s in call 1 (alice → bob), of 9 calls [1]"),
            (.percentile(88), "9.000 s in call 2 (alice → bob), of 9 calls [3]"),
            (.percentile(89), "10.000 s in call 1 (alice → bob), of 9 calls [1]"),
            (.percentile(1), "2.000 s in call 9 (alice → bob), of 9 calls [17]"),
            (.least, "2.000 s in call 9 (alice → bob), of 9 calls [17]"),
            (.greatest, "10.000 s in call 1 (alice → bob), of 9 calls [1]"), (.mean, "6.000 s, of 9 calls []"),
        ] as [(PercentileExpectation.Statistic, String)])
    func percentiles(_ wanted: PercentileExpectation.Statistic, line: String) {
        #expect(statistic(wanted, .seconds(below: 60))?.line == "setup met: " + line)
        #expect(statistic(wanted, .seconds(above: 60))?.line == "setup failed: " + line)
    }

    @Test("The call that has the value is named; without any, it is unmatched")
    func calls() {
        #expect(statistic(.greatest, .seconds(below: 2))?.exchange == 1)
        #expect(statistic(.greatest, .seconds(below: 2))?.name == "percentiles: setup")
        #expect(statistic(.mean, .equal(6_000_000_000))?.state == .met)
        #expect(
            statistic(.mean, .seconds(below: 2), JudgingTrace { $0.refusedCall() }, .duration)?.line
                == "setup unmatched: no call has such a time []")
    }

    /// A call of four seconds, and one that is still up after 989.
    static let longRunning = JudgingTrace(until: 1_000) { scenario in
        let first = scenario.upCall(1, at: 0)
        let bye = scenario.request(.bye, in: first, from: .alice, at: 5)
        scenario.response(200, to: bye, at: 5.1)
        _ = scenario.upCall(2, at: 10)
    }

    @Test(
        "A call that is still up lasts at least as long as it was seen",
        arguments: [
            (.greatest, .seconds(below: 10), "failed: at least 989.000 s in call 2 (alice → bob), of 2 calls"),
            (.greatest, .seconds(below: 2_000), "undetermined: at least 989.000 s in call 2 (alice → bob), of 2 calls"),
            (.greatest, .seconds(above: 900), "met: at least 989.000 s in call 2 (alice → bob), of 2 calls"),
            (.mean, .seconds(below: 10), "failed: at least 496.500 s, of 2 calls"),
            (.mean, .seconds(below: 600), "undetermined: at least 496.500 s, of 2 calls"),
            (.mean, .seconds(above: 400), "met: at least 496.500 s, of 2 calls"),
            (.least, .seconds(below: 10), "met: 4.000 s in call 1 (alice → bob), of 2 calls"),
            (.least, .seconds(above: 10), "failed: 4.000 s in call 1 (alice → bob), of 2 calls"),
            (.percentile(50), .seconds(below: 10), "met: 4.000 s in call 1 (alice → bob), of 2 calls"),
        ] as [(PercentileExpectation.Statistic, Bound.Comparison, String)])
    func running(_ wanted: PercentileExpectation.Statistic, _ bound: Bound.Comparison, line: String) {
        let seen = statistic(wanted, bound, Self.longRunning, .duration)?.line
        #expect(seen?.hasPrefix("setup \(line), 1 of them not over [") == true)
    }

    @Test("A call that is not answered may never be: it decides nothing unless it is answered")
    func possible() {
        func trace(_ answered: Bool) -> JudgingTrace {
            JudgingTrace(until: 28) { scenario in
                if answered { _ = scenario.upCall(1) }
                let invite = scenario.request(.invite, from: .alice, to: .bob, at: 20, callID: "x", fromTag: "x")
                scenario.response(180, to: invite, at: 21)
            }
        }
        func state(_ wanted: PercentileExpectation.Statistic, _ bound: Bound.Comparison, _ answered: Bool = true)
            -> ExpectationResult.State?
        {
            statistic(wanted, bound, trace(answered))?.state
        }
        #expect(state(.greatest, .seconds(below: 5)) == .undetermined)
        #expect(state(.greatest, .less(1)) == .failed)
        #expect(state(.least, .seconds(below: 5)) == .met)
        #expect(state(.mean, .seconds(below: 5)) == .undetermined)
        #expect(state(.greatest, .seconds(below: 5), false) == .failed)
        #expect(state(.greatest, .seconds(below: 9), false) == .undetermined)
    }

    @Test("Where frames were lost, a call may have ended long before")
    func loss() {
        var trace = Self.longRunning
        trace.hasLoss = true
        #expect(statistic(.greatest, .seconds(below: 10), trace, .duration)?.state == .undetermined)
        #expect(statistic(.least, .seconds(above: 2), trace, .duration)?.state == .undetermined)
    }

    @Test("A call that began before the trace is left out, and said to be")
    func unknown() {
        let begun = JudgingTrace { scenario in
            let bye = scenario.request(.bye, from: .bob, to: .alice, at: 5, toTag: "alice-tag")
            scenario.response(200, to: bye, at: 5.1)
        }
        #expect(
            statistic(.mean, .seconds(below: 10), begun, .duration)?.line
                == "setup undetermined: no call has such a time; left out: 1 call whose time the trace cannot tell []")
    }
}
