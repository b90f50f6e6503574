import SIPDialogs
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@testable import SIPReporting

@Suite("An exchange in a line")
struct ExchangeSummaryTests {
    @Test("Who hung up, and how long the call took", arguments: [true, false])
    func hangup(byCaller: Bool) throws {
        var scenario = SIPScenario()
        let call = scenario.answeredCall()
        let bye = scenario.request(.bye, in: call, from: byCaller ? .alice : .bob, at: 11)
        scenario.response(200, to: bye, at: 11.1)
        let summary = try #require(scenario.summary())
        #expect(summary.outcome == "answered")
        #expect(summary.status == 200)
        #expect(summary.reason == "OK")
        #expect(summary.answerTime == SIPScenario.time(1))
        #expect(summary.hangupTime == SIPScenario.time(11))
        #expect(summary.duration == .seconds(10))
        #expect(summary.endedBy == (byCaller ? .caller : .callee))
        #expect(summary.startTime == SIPScenario.time(0))
        #expect(summary.endTime == SIPScenario.time(11.1))
        #expect(summary.messages == 6)
        #expect(summary.from == "sip:alice@192.0.2.1")
        #expect(summary.to == "sip:bob@192.0.2.2")
    }

    @Test("A call that goes on has no end")
    func open() throws {
        var scenario = SIPScenario()
        _ = scenario.answeredCall()
        let summary = try #require(scenario.summary())
        #expect(summary.outcome == "answered")
        #expect(summary.duration == nil && summary.hangupTime == nil && summary.endedBy == nil)
    }

    @Test("A rejected call has a status and no duration")
    func rejected() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(486, to: invite, at: 1, phrase: "Busy \u{1B}[1m")
        let summary = try #require(scenario.summary())
        #expect(summary.outcome == "busy")
        #expect(summary.status == 486)
        #expect(summary.reason == "Busy \\u{1b}[1m")
        #expect(summary.answerTime == nil && summary.duration == nil)
    }

    @Test("A call that began before the capture: its end is known, not its length")
    func partial() throws {
        var scenario = SIPScenario()
        let bye = scenario.request(.bye, from: .bob, to: .alice, at: 5, toTag: "alice-tag")
        scenario.response(200, to: bye, at: 5.1)
        let summary = try #require(scenario.summary())
        #expect(summary.kind == .call)
        #expect(summary.outcome == "undetermined")
        #expect(summary.hangupTime == SIPScenario.time(5))
        #expect(summary.duration == nil)
        #expect(summary.method == .bye)
    }

    @Test("A transfer's outcome")
    func transfer() throws {
        let summary = try #require(SIPScenario.failedTransfer().summary())
        #expect(summary.outcome == "answered")
        #expect(summary.transfers == [.failed])
    }

    @Test(
        "Requests outside of calls have outcomes of their own",
        arguments: [
            (SIPParsing.Method.register, 200, Exchange.Kind.registration, "succeeded"),
            (.register, 403, .registration, "rejected"), (.options, 200, .request, "succeeded"),
            (.message, 302, .request, "redirected"), (.subscribe, 489, .subscription, "rejected"),
            (.options, 401, .request, "unauthorized"), (.options, 0, .request, "unanswered"),
        ] as [(SIPParsing.Method, UInt16, Exchange.Kind, String)])
    func requests(method: SIPParsing.Method, status: UInt16, kind: Exchange.Kind, outcome: String) throws {
        var scenario = SIPScenario()
        let request = scenario.request(method, from: .alice, to: .bob, at: 0)
        if status > 0 { scenario.response(status, to: request, at: 0.1) }
        let summary = try #require(scenario.summary())
        #expect(summary.kind == kind)
        #expect(summary.method == method)
        #expect(summary.outcome == outcome)
        #expect(summary.status == status)
        #expect(summary.answerTime == nil && summary.endedBy == nil)
    }
}
