import SIPCatalog
import SIPDialogs
import SIPFindings
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@testable import SIPReporting

@Suite("The story of a call")
struct StoryTests {
    typealias Party = SIPScenario.Party

    /// A scenario, when its capture ends, and its story.
    struct Told: Sendable, CustomTestStringConvertible {
        let story: String
        var until = 60.0
        let build: @Sendable (inout SIPScenario) -> Void
        var testDescription: String { story }

        init(_ story: String, until: Double = 60, _ build: @escaping @Sendable (inout SIPScenario) -> Void) {
            self.story = story
            self.until = until
            self.build = build
        }
    }

    @Test(arguments: calls + failures + others)
    func story(_ told: Told) throws {
        var scenario = SIPScenario()
        told.build(&scenario)
        let report = scenario.reported(until: told.until)
        let exchange = try #require(report.exchanges.first?.exchange)
        #expect(Story(exchange, report.timers).text(.english) == told.story)
    }

    @Test("Who decided a failure: address, depth and software of the hop nearest to the callee")
    func decision() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        let next = scenario.forward(invite, by: .proxy, to: .bob, at: 0.1)
        scenario.response(480, to: next, at: 1, lines: ["User-Agent: Phone/2"])
        scenario.response(480, to: invite, at: 1.1, lines: ["User-Agent: Phone/2"])
        let report = scenario.reported(until: 60)
        let decision = try #require(
            report.exchanges.first?.exchange.flatMap { CallFacts($0, report.timers).decision })
        #expect(decision.address == Party.bob.endpoint)
        #expect(decision.viaDepth == 2)
        #expect(decision.software == "Phone/2")
        #expect(!decision.isFromRingingDevice)
    }

    @Test("Delays run from the first INVITE, ringing from the 180; without media a 183 does not count")
    func delays() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(183, to: invite, at: 0.5)
        scenario.response(183, to: invite, at: 1, tag: "m", body: .sdp)
        scenario.response(180, to: invite, at: 2)
        scenario.response(200, to: invite, at: 5)
        let report = scenario.reported(until: 60)
        let facts = try #require(report.exchanges.first?.exchange.map { CallFacts($0, report.timers) })
        #expect(facts.postDialDelay == .seconds(1))
        #expect(facts.setupDelay == .seconds(5))
        #expect(facts.ringing == .seconds(3))
    }

    @Test("The story stands below the title, and in the JSON")
    func shown() throws {
        let report = SIPScenario.failedTransfer().reported(until: 60)
        let judged = try #require(report.exchanges.first)
        let lines = CallText(judged: judged, report: report, style: TextStyle(isColored: false)).lines
        #expect(lines[1].hasPrefix("  alice called bob; answered after 1 s; "))
        let json = ExchangeJSON(judged: judged, catalog: report.catalog, timers: report.timers).line
        #expect(json.contains("\"story\":\"alice called bob; answered after 1 s; "))
        #expect(json.contains("\"setupDelay\":1.000000"))
    }

    @Test("A call whose messages were let go has no story")
    func letGo() throws {
        let report = SIPScenario.failedTransfer().reported(until: 60, isKept: false)
        let judged = try #require(report.exchanges.first)
        #expect(
            ExchangeJSON(judged: judged, catalog: report.catalog, timers: report.timers).line.contains("\"story\":null")
        )
    }
}
