import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@testable import SIPChecking

@Suite("Judging how long the parts of a call took")
struct JudgingTimesTests {
    static let whole = JudgingTrace { $0.endedCall() }
    static let up = JudgingTrace(until: 13) { _ = $0.upCall() }
    static let refused = JudgingTrace { $0.refusedCall() }
    static let ringing = JudgingTrace(until: 8) { scenario in
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(180, to: invite, at: 3)
    }
    static let begunBefore = JudgingTrace { scenario in
        let bye = scenario.request(.bye, from: .bob, to: .alice, at: 5, toTag: "alice-tag")
        scenario.response(200, to: bye, at: 5.1)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let trace: JudgingTrace
        let time: CallTime
        let bound: Bound.Comparison
        let line: String
        var testDescription: String { line }

        init(_ trace: JudgingTrace, _ time: CallTime, _ bound: Bound.Comparison, _ line: String) {
            self.trace = trace
            self.time = time
            self.bound = bound
            self.line = line
        }
    }

    @Test(
        "Known times, to the nanosecond",
        arguments: [
            Case(whole, .setup, .seconds(below: 2), "setup met: 1.000 s [3]"),
            Case(whole, .setup, .equal(1_000_000_000), "setup met: 1.000 s [3]"),
            Case(whole, .setup, .equal(1_000_000_001), "setup failed: 1.000 s [3]"),
            Case(whole, .postDial, .seconds(below: 1), "post-dial met: 0.100 s [2]"),
            Case(whole, .postDial, .seconds(above: 1), "post-dial failed: 0.100 s [2]"),
            Case(whole, .ring, .within(900_000_000, 900_000_000), "ring met: 0.900 s [3]"),
            Case(refused, .ring, .seconds(above: 1), "ring failed: 0.900 s [3]"),
            Case(whole, .duration, .seconds(above: 3), "duration met: 10.000 s [5]"),
            Case(whole, .duration, .seconds(below: 3), "duration failed: 10.000 s [5]"),
        ])
    func known(_ sample: Case) { check(sample) }

    @Test(
        "A time that was not over: failed where it is too long already, else nobody knows",
        arguments: [
            Case(
                up, .duration, .seconds(above: 30),
                "duration undetermined: still going on after 12.000 s, at the end of the trace [3]"),
            Case(
                up, .duration, .seconds(above: 3),
                "duration undetermined: still going on after 12.000 s, at the end of the trace [3]"),
            Case(
                up, .duration, .seconds(below: 3),
                "duration failed: still going on after 12.000 s, at the end of the trace [3]"),
            Case(
                ringing, .setup, .seconds(below: 10),
                "setup undetermined: not answered after 8.000 s, at the end of the trace [1]"),
            Case(
                ringing, .setup, .seconds(below: 8),
                "setup failed: not answered after 8.000 s, at the end of the trace [1]"),
            Case(
                ringing, .ring, .within(1, 5_000_000_000),
                "ring undetermined: still ringing after 5.000 s, at the end of the trace [1]"),
            Case(
                ringing, .ring, .within(1, 4_000_000_000),
                "ring failed: still ringing after 5.000 s, at the end of the trace [1]"),
            Case(
                ringing, .duration, .seconds(above: 3),
                "duration undetermined: not answered at the end of the trace [1]"),
        ])
    func running(_ sample: Case) { check(sample) }

    @Test("Where frames were lost, what was not seen may have been")
    func loss() {
        var trace = Self.up
        trace.hasLoss = true
        check(
            Case(
                trace, .duration, .seconds(below: 3),
                "duration undetermined: still going on after 12.000 s, at the end of the trace [3]"))
    }

    @Test(
        "Times that a call does not have, and those that passed before the trace",
        arguments: [
            Case(refused, .setup, .seconds(below: 9), "setup failed: not answered: declined (603 Decline) [3]"),
            Case(refused, .duration, .seconds(below: 9), "duration failed: not answered: declined (603 Decline) [3]"),
            Case(begunBefore, .setup, .seconds(below: 9), "setup undetermined: the call began before the trace [1]"),
            Case(
                begunBefore, .duration, .seconds(below: 9), "duration undetermined: the call began before the trace [1]"
            ),
        ])
    func absent(_ sample: Case) { check(sample) }

    @Test("A call that is answered at once does not ring")
    func withoutRinging() {
        let trace = JudgingTrace { scenario in
            let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
            scenario.response(200, to: invite, at: 1)
        }
        check(Case(trace, .postDial, .seconds(below: 9), "post-dial failed: it did not ring: answered [2]"))
        check(Case(trace, .ring, .seconds(below: 9), "ring failed: it did not ring: answered [2]"))
    }

    @Test("A time below zero measures nothing")
    func order() {
        let trace = JudgingTrace { scenario in
            let invite = scenario.request(.invite, from: .alice, to: .bob, at: 1)
            scenario.response(180, to: invite, at: 2)
            scenario.response(200, to: invite, at: 3)
            let bye = scenario.request(.bye, in: invite, from: .alice, at: 0.5)
            scenario.response(200, to: bye, at: 3.5)
        }
        let lines = trace.lines { $0.times = [placed((time: .duration, bound: Bound(text: "x", .less(9))))] }
        #expect(lines == ["duration undetermined: the trace has the messages out of order [4]"])
    }

    private func check(_ sample: Case) {
        let lines = sample.trace.lines {
            $0.times = [placed((time: sample.time, bound: Bound(text: "x", sample.bound)))]
        }
        #expect(lines == [sample.line])
    }
}
