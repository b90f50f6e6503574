import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@testable import SIPDialogs

@Suite("Time is the time of the frames, whatever a message is stamped with")
struct ClockTests {
    /// Feeds each message in a frame that passes so many seconds before the message's own time.
    private func feed(_ scenario: SIPScenario, _ tracker: inout Tracker, stampedAhead seconds: Double = 0) {
        let lead = TimeSpan(nanoseconds: Int64(seconds * 1e9))
        scenario.forEachMessage {
            tracker.advance(to: $2.time + lead.negated)
            tracker.feed($0, $1, $2)
        }
    }

    /// An OPTIONS of its own Call-ID that is stamped with the year 2096.
    private var wild: SIPScenario {
        var scenario = SIPScenario()
        scenario.request(.options, from: .carol, to: .dave, at: Self.wildTime, callID: "wild")
        return scenario
    }
    private static let wildTime = 2_300_000_000.0

    @Test("One message from the year 2096 ends no other exchange")
    func wildMessage() throws {
        var scenario = SIPScenario()
        scenario.request(.invite, from: .alice, to: .bob, at: 0)
        var tracker = Tracker()
        feed(scenario, &tracker)
        feed(wild, &tracker, stampedAhead: Self.wildTime - 1)
        #expect(tracker.now == SIPScenario.time(1))
        #expect(tracker.openExchanges == 2)
        #expect(tracker.finished.isEmpty && tracker.due.isEmpty)
        tracker.advance(to: SIPScenario.time(2))
        tracker.finish()
        #expect(tracker.finished.first?.outcome == .undetermined)
        #expect(tracker.finished.first?.observedUntil == SIPScenario.time(2))
    }

    @Test("It stands at its own time, and its exchange lasts no longer than others")
    func wildExchange() throws {
        var tracker = Tracker()
        tracker.advance(to: SIPScenario.time(0))
        feed(wild, &tracker, stampedAhead: Self.wildTime)
        tracker.advance(to: SIPScenario.time(31.9))
        #expect(tracker.openExchanges == 1)
        tracker.advance(to: SIPScenario.time(32.1))
        let exchange = try #require(tracker.finished.first)
        #expect(exchange.startTime == SIPScenario.time(Self.wildTime))
        #expect(exchange.requestResult(TimerValues()).outcome == .unanswered)
        #expect(tracker.openExchanges == 0)
    }

    @Test("The latest time there is does not hold an exchange open")
    func latestTime() {
        var tracker = Tracker()
        tracker.advance(to: SIPScenario.time(0))
        wild.forEachMessage {
            var header = $2
            header.time = Timestamp(nanoseconds: .max)
            tracker.feed($0, $1, header)
        }
        tracker.advance(to: SIPScenario.time(60))
        #expect(tracker.openExchanges == 0)
    }

    @Test(
        "Deadlines of messages whose clock is a minute ahead are theirs",
        arguments: [(31.9, CallOutcome.undetermined), (32, .unanswered)] as [(Double, CallOutcome)])
    func fastClock(until seconds: Double, outcome: CallOutcome) throws {
        var scenario = SIPScenario()
        scenario.request(.invite, from: .alice, to: .bob, at: 60)
        var tracker = Tracker()
        tracker.advance(to: SIPScenario.time(-1))
        feed(scenario, &tracker, stampedAhead: 60)
        tracker.advance(to: SIPScenario.time(seconds))
        #expect(tracker.due.count == (outcome == .unanswered ? 1 : 0))
        tracker.finish()
        let exchange = try #require(tracker.finished.first)
        #expect(exchange.outcome == outcome)
        #expect(exchange.observedUntil == SIPScenario.time(60 + seconds))
    }

    @Test("Without frames, messages tell the time; from the first frame on, they do not")
    func messagesAlone() {
        var tracker = Tracker()
        var scenario = SIPScenario()
        for time in [3, 40] as [Double] {
            scenario.request(.options, from: .alice, to: .bob, at: time, callID: "call-\(time)")
        }
        scenario.forEachMessage { tracker.feed($0, $1, $2) }
        #expect(tracker.now == SIPScenario.time(40))
        #expect(tracker.finished.map(\.observedUntil) == [SIPScenario.time(40)])
        tracker.advance(to: SIPScenario.time(41))
        wild.forEachMessage { tracker.feed($0, $1, $2) }
        #expect(tracker.now == SIPScenario.time(41))
    }
}
