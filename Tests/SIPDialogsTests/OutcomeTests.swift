import SIPDialogs
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@Suite("What calls come to")
struct OutcomeTests {
    private func call(_ status: UInt16, phrase: String? = nil, lines: [String] = []) -> SIPScenario {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(100, to: invite, at: 0.01)
        scenario.response(status, to: invite, at: 3, phrase: phrase, lines: lines)
        scenario.acknowledge(invite, status, at: 3.1)
        return scenario
    }

    @Test(
        "Each final status",
        arguments: [
            (200, .answered), (202, .answered), (302, .redirected), (305, .redirected), (400, .failed),
            (401, .unauthorized), (403, .forbidden), (404, .unavailable), (407, .unauthorized), (408, .unavailable),
            (410, .unavailable), (480, .unavailable), (484, .unavailable), (486, .busy), (487, .cancelled),
            (488, .failed), (503, .failed), (600, .busy), (603, .declined), (604, .unavailable), (606, .failed),
            (607, .declined), (608, .blocked),
        ] as [(UInt16, CallOutcome)])
    func finalStatus(status: UInt16, outcome: CallOutcome) throws {
        let exchange = try #require(call(status).track(until: 40).first)
        #expect(exchange.outcome == outcome)
        #expect(exchange.result(TimerValues()).status == status)
        #expect(exchange.result(TimerValues()).final == 2)
    }

    @Test(
        "603 of the network-blocked profile (ATIS-1000099), and near it",
        arguments: [
            ("Network Blocked", ["Reason: Q.850;cause=21;text=\"v=analytics1;url=https://example.com\""], .blocked),
            (
                "network blocked",
                ["Reason: SIP;cause=603", "Reason: Q.850;cause=21;location=LN;text=\"v=analytics1\""], .blocked
            ),
            ("Network Blocked", [], .declined), ("Network Blocked", ["Reason: Q.850;cause=21;text=\"no\""], .declined),
            ("Decline", ["Reason: Q.850;cause=21;text=\"v=analytics1\""], .declined),
        ] as [(String, [String], CallOutcome)])
    func networkBlock(phrase: String, lines: [String], outcome: CallOutcome) throws {
        let exchange = try #require(call(603, phrase: phrase, lines: lines).track().first)
        #expect(exchange.outcome == outcome)
    }

    @Test(
        "A challenge or a redirect that may still be acted on decides nothing",
        arguments: [401, 407, 302] as [UInt16])
    func unsettled(status: UInt16) throws {
        let lines = ["Contact: <sip:carol@192.0.2.3>"]
        let settled = try #require(call(status, lines: lines).track(until: 7).first)
        #expect(settled.outcome != .undetermined)
        let unsettled = try #require(call(status, lines: lines).track(until: 7, nanoseconds: -1).first)
        #expect(unsettled.outcome == .undetermined)
    }

    @Test(
        "No final response: the deadline to the nanosecond (RFC 3261 sections 17.1.1.2, 16.6 step 11, 9.1)",
        arguments: [
            ([], false, 32, 0, .unanswered), ([], false, 32, -1, .undetermined),
            ([180], false, 181, 1, .unanswered), ([180], false, 181, 0, .undetermined),
            ([180], true, 34, 0, .cancelled), ([180], true, 34, -1, .undetermined),
        ] as [([UInt16], Bool, Double, Int64, CallOutcome)])
    func noFinal(
        provisional: [UInt16], isCancelled: Bool, until: Double, nanoseconds: Int64, outcome: CallOutcome
    ) throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        for status in provisional { scenario.response(status, to: invite, at: 1) }
        if isCancelled { scenario.cancel(invite, at: 2) }
        let exchange = try #require(scenario.track(until: until, nanoseconds: nanoseconds).first)
        #expect(exchange.outcome == outcome)
    }

    @Test func retransmissionsDoNotMoveTheDeadline() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        for at in [0.5, 1.5, 3.5, 7.5, 15.5, 31.5] { scenario.send(invite, at: at) }
        #expect(try #require(scenario.track(until: 32).first).outcome == .unanswered)
        #expect(try #require(scenario.track().first).outcome == .undetermined)
    }

    @Test("An ACK or a BYE tells of an answer that a capture of one direction does not show")
    func oneDirectionOnly() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.acknowledge(invite, at: 5)
        #expect(try #require(scenario.track(until: 60).first).outcome == .undetermined)
        scenario = SIPScenario()
        let second = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.request(.bye, in: second, from: .alice, at: 20)
        #expect(try #require(scenario.track(until: 60).first).outcome == .undetermined)
    }

    @Test func cancelledWith487() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(180, to: invite, at: 0.1)
        let cancel = scenario.cancel(invite, at: 5)
        scenario.response(200, to: cancel, at: 5.01)
        scenario.response(487, to: invite, at: 5.02)
        scenario.acknowledge(invite, 487, at: 5.03)
        let exchange = try #require(scenario.track().first)
        #expect(exchange.outcome == .cancelled)
        #expect(exchange.transactions[0].cancel == 2)
        #expect(exchange.transactions[0].acknowledgement == 5)
        #expect(exchange.dialogs.map(\.state) == [.terminated])
        #expect(exchange.transactions[1].method == .cancel)
        #expect(exchange.transactions[1].finalStatus == 200)
    }

    @Test("CANCEL crosses the answer (RFC 3261 section 9.1)")
    func cancelCrossesAnswer() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(180, to: invite, at: 0.1)
        scenario.cancel(invite, at: 5)
        scenario.response(200, to: invite, at: 5.01)
        scenario.acknowledge(invite, at: 5.02)
        scenario.request(.bye, in: invite, from: .alice, at: 5.03)
        let exchange = try #require(scenario.track().first)
        #expect(exchange.outcome == .answered)
        #expect(exchange.transactions[0].cancelTime != nil)
        #expect(exchange.dialogs.map(\.state) == [.terminated])
        #expect(exchange.dialogs.map(\.byeByCaller) == [true])
    }

    @Test("A CANCEL is noted on each of its hops and on no other")
    func cancelOnEachHop() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        let second = scenario.forward(invite, by: .proxy, to: .bob, at: 0.001)
        scenario.forward(invite, by: .proxy, to: .carol, at: 0.002)
        scenario.response(180, to: second, at: 0.1)
        scenario.cancel(invite, at: 1)
        scenario.cancel(second, at: 1.001)
        let exchange = try #require(scenario.track().first)
        #expect(exchange.transactions.prefix(3).map(\.cancel) == [4, 5, nil])
    }
}
