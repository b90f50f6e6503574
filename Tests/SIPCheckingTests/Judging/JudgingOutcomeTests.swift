import SIPCatalog
import SIPFindings
import SIPParsing
import SIPReporting
import Testing
import TraceTypes
import _TestSupport

@testable import SIPChecking

@Suite("Judging how a call ended")
struct JudgingOutcomeTests {
    typealias Party = SIPScenario.Party

    static let answered = JudgingTrace { $0.endedCall() }
    static let refused = JudgingTrace { $0.refusedCall() }
    static let open = JudgingTrace(until: 2) { scenario in
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(180, to: invite, at: 0.5)
    }
    static let silent = JudgingTrace { $0.request(.invite, from: .alice, to: .bob, at: 0) }

    @Test(
        "Outcome: one of some words, with the final response",
        arguments: [
            (answered, ["answered"], "outcome met: answered [3]"),
            (answered, ["busy", "declined"], "outcome failed: answered [3]"),
            (refused, ["busy", "declined"], "outcome met: declined (603 Decline) [3]"),
            (refused, ["answered"], "outcome failed: declined (603 Decline) [3]"),
            (open, ["answered"], "outcome undetermined: undetermined [1]"),
            (open, ["undetermined"], "outcome met: undetermined [1]"),
            (silent, ["unanswered"], "outcome met: unanswered [1]"),
        ] as [(JudgingTrace, [String], String)])
    func outcome(trace: JudgingTrace, words: [String], line: String) {
        #expect(trace.lines { $0.outcome = placed(words) } == [line])
    }

    @Test(
        "Status: a code or a class",
        arguments: [
            (refused, 603...603, "status met: 603 Decline [3]"), (refused, 600...699, "status met: 603 Decline [3]"),
            (refused, 400...499, "status failed: 603 Decline [3]"),
            (open, 200...200, "status undetermined: undetermined [1]"),
            (silent, 200...299, "status failed: no final response: unanswered [1]"),
        ] as [(JudgingTrace, ClosedRange<Int>, String)])
    func status(trace: JudgingTrace, codes: ClosedRange<Int>, line: String) {
        #expect(trace.lines { $0.status = statuses(codes) } == [line])
    }

    @Test("Reason: the phrase as received, escaped where it is shown")
    func reason() throws {
        let strange = JudgingTrace { $0.refusedCall(phrase: "No \u{1B}[1m") }
        #expect(Self.refused.lines { $0.reason = placed(.exact("Decline")) } == ["reason met: Decline [3]"])
        #expect(Self.refused.lines { $0.reason = placed(.exact("Dec")) } == ["reason failed: Decline [3]"])
        let begins = try pattern("^No")
        #expect(strange.lines { $0.reason = placed(begins) } == ["reason met: No \\u{1b}[1m [3]"])
        #expect(Self.open.lines { $0.reason = placed(begins) } == ["reason undetermined: undetermined [1]"])
        let costly = try costlyPattern()
        #expect(
            JudgingTrace { $0.refusedCall(phrase: tooLong) }.lines { $0.reason = placed(costly) }
                == ["reason failed: matching took too many steps [3]"])
    }

    @Test("Advice for a failure is the catalog's for the response where it stands; what is met needs none")
    func advice() {
        var wanted = CallExpectation()
        wanted.outcome = placed(["answered"])
        let failed = Self.refused.results { $0.calls = [placed(wanted)] }
        let exchange = Self.refused.trace.report.exchanges.first?.exchange
        #expect(failed.first?.advice.isEmpty == false)
        #expect(failed.first?.advice == exchange?.explanation(of: 2, .english)?.entry.fix)
        wanted.outcome = placed(["declined"])
        #expect(Self.refused.results { $0.calls = [placed(wanted)] }.first?.advice == [])
        wanted.outcome = placed(["busy"])
        #expect(Self.answered.results { $0.calls = [placed(wanted)] }.first?.advice == [])
        #expect(Self.silent.results { $0.calls = [placed(wanted)] }.first?.advice.isEmpty == false)
    }

    @Test("Who hung up")
    func end() {
        let other = JudgingTrace { $0.endedCall(from: .bob) }
        let up = JudgingTrace { _ = $0.upCall() }
        func line(_ trace: JudgingTrace, _ wanted: String) -> String? {
            trace.lines { $0.endedBy = placed(wanted) }.first
        }
        #expect(line(Self.answered, "caller") == "ended-by met: caller [5]")
        #expect(line(other, "caller") == "ended-by failed: callee [5]")
        #expect(line(other, "nobody") == "ended-by failed: callee [5]")
        #expect(line(other, "open") == "ended-by failed: callee [5]")
        #expect(line(up, "open") == "ended-by met: still up at the end of the trace [3]")
        for wanted in ["nobody", "caller"] {
            #expect(line(up, wanted) == "ended-by undetermined: still up at the end of the trace [3]")
        }
        #expect(line(Self.refused, "callee") == "ended-by failed: nobody: declined (603 Decline) [3]")
        #expect(line(Self.refused, "nobody") == "ended-by met: nobody: declined (603 Decline) [3]")
        #expect(line(Self.refused, "open") == "ended-by failed: nobody: declined (603 Decline) [3]")
        for wanted in ["nobody", "callee", "open"] {
            #expect(
                line(Self.open, wanted) == "ended-by undetermined: no BYE at the end of the trace: undetermined [1]")
        }
        var lossy = up
        lossy.hasLoss = true
        #expect(line(lossy, "open") == "ended-by undetermined: no BYE at the end of the trace: answered [3]")
    }

    @Test("Legs and repeated messages are counted")
    func numbers() {
        let transferred = JudgingTrace { $0.transferredCall() }
        #expect(transferred.lines { $0.legs = placed(Bound(text: "2", .equal(2))) } == ["legs met: 2 [1, 7]"])
        #expect(Self.answered.lines { $0.legs = placed(Bound(text: "> 1", .greater(1))) } == ["legs failed: 1 [1]"])
        let repeated = JudgingTrace { scenario in
            let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
            scenario.send(invite, at: 0.5)
            scenario.response(486, to: invite, at: 1)
            scenario.acknowledge(invite, 486, at: 1.1)
        }
        let none = Bound(text: "0", .equal(0))
        #expect(repeated.lines { $0.retransmissions = placed(none) } == ["retransmissions failed: 1 [2]"])
        #expect(Self.answered.lines { $0.retransmissions = placed(none) } == ["retransmissions met: 0 []"])
    }

    @Test("Codecs that the answer has and the offer has not are not agreed")
    func foreignCodecs() {
        func line(_ offered: [String], _ answered: [String], _ names: [String]) -> String? {
            var offer = SIPScenario.SessionDescription(origin: "192.0.2.1")
            offer.codecs = offered
            var answer = SIPScenario.SessionDescription(origin: "192.0.2.2")
            answer.codecs = answered
            let trace = JudgingTrace { _ = $0.upCall(offer: offer.body, answer: answer.body) }
            return trace.lines { $0.codecs = placed(names.map { .exact($0) }) }.first
        }
        #expect(line(["8"], ["0"], ["PCMU"]) == "codecs failed: no codec that both sides have [3]")
        #expect(line(["8", "101"], ["0", "101"], ["telephone-event"])?.hasPrefix("codecs failed") == true)
        #expect(line(["8"], ["0"], []) == "codecs met: no codec that both sides have [3]")
        #expect(line(["8"], ["8", "0"], ["PCMA", "PCMU"]) == "codecs failed: PCMA [3]")
        #expect(line(["8"], ["8", "0"], ["PCMA"]) == "codecs met: PCMA [3]")
    }

    @Test("Codecs: those that were agreed, in any order, and others that both sides have")
    func codecs() {
        var offer = SIPScenario.SessionDescription(origin: "192.0.2.1")
        offer.codecs = ["8", "0", "101"]
        var answer = SIPScenario.SessionDescription(origin: "192.0.2.2")
        answer.codecs = ["0", "8", "101"]
        let trace = JudgingTrace { _ = $0.upCall(offer: offer.body, answer: answer.body) }
        func line(_ names: [String], _ trace: JudgingTrace) -> String? {
            trace.lines { $0.codecs = placed(names.map { .exact($0) }) }.first
        }
        #expect(line(["pcmu"], trace) == "codecs met: PCMU [3]")
        #expect(line(["telephone-event", "PCMU", "PCMA"], trace) == "codecs met: PCMU [3]")
        #expect(line(["PCMA"], trace) == "codecs failed: PCMU [3]")
        #expect(line(["PCMU", "G729"], trace) == "codecs failed: PCMU [3]")
        #expect(line([], trace) == "codecs failed: PCMU [3]")
        #expect(
            line(["PCMU"], Self.refused)
                == "codecs failed: no session was seen to be agreed: declined (603 Decline) [3]")
        #expect(line([], Self.refused)?.hasPrefix("codecs met") == true)
        #expect(
            line(["PCMU"], Self.open) == "codecs undetermined: no session was seen to be agreed: undetermined [1]")
    }
}
