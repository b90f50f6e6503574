import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@testable import SIPDialogs

@Suite("A flood under one Call-ID costs no more per message than a few messages do")
struct FloodTests {
    /// So many INVITEs under one Call-ID, evenly over so many seconds.
    private func flood(_ count: Int, over seconds: Double) -> SIPScenario {
        var scenario = SIPScenario()
        for number in 0..<count {
            scenario.request(
                .invite, from: .alice, to: .bob, at: seconds * Double(number) / Double(count),
                cseq: UInt32(number) + 1)
        }
        return scenario
    }

    @Test("Deadlines that pass close together are looked at together")
    func looks() {
        var tracker = Tracker()
        flood(4_000, over: 40).feed(&tracker)
        #expect(tracker.openExchanges == 1)
        #expect(1...17 ~= tracker.due.count)
    }

    @Test("Deadlines that pass far apart are looked at one by one")
    func separateLooks() {
        var tracker = Tracker()
        flood(40, over: 40).feed(&tracker)
        #expect(tracker.due.count == 8)
    }

    @Test("INVITEs that wait for a response are limited", arguments: [1, 8, 64])
    func openInvites(limit: Int) throws {
        var limits = TrackingLimits()
        limits.transactionsSearched = limit
        limits.messagesPerExchange = 100
        var tracker = Tracker(limits: limits)
        flood(500, over: 20).feed(&tracker)
        let exchange = try #require(tracker.exchange(in: 0))
        #expect(exchange.openInvites.count == limit)
    }

    @Test("A call that rings is waited for, however many other requests come after it")
    func ringing() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(180, to: invite, at: 0.1, tag: "b")
        for number in 0..<200 {
            let info = scenario.request(.info, in: invite, from: .alice, at: 1 + Double(number) / 10)
            scenario.response(200, to: info, at: 1.05 + Double(number) / 10)
        }
        var tracker = Tracker()
        scenario.feed(&tracker)
        tracker.advance(to: SIPScenario.time(500))
        #expect(tracker.openExchanges == 1)
        tracker.advance(to: SIPScenario.time(700))
        #expect(tracker.openExchanges == 0)
    }

    @Test("INVITEs that have ended make room for those that wait")
    func endedInvites() throws {
        var limits = TrackingLimits()
        limits.transactionsSearched = 4
        var scenario = SIPScenario()
        let ringing = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(180, to: ringing, at: 0.1, tag: "b")
        for number in 0..<20 {
            let other = scenario.request(
                .invite, from: .alice, to: .carol, at: 1 + Double(number), cseq: UInt32(number) + 10)
            scenario.response(486, to: other, at: 1.1 + Double(number), tag: "c")
        }
        var tracker = Tracker(limits: limits)
        scenario.feed(&tracker)
        tracker.advance(to: SIPScenario.time(500))
        #expect(tracker.openExchanges == 1)
    }
}
