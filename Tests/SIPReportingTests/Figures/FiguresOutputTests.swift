import Foundation
import SIPCatalog
import SIPParsing
import Testing
import _TestSupport

@testable import SIPReporting

@Suite("Figures as they are shown")
struct FiguresOutputTests {
    private static let plain = TextStyle(isColored: false)

    private static func report() -> Report {
        var scenario = SIPScenario()
        for number in 0..<12 { scenario.wholeCall(number, at: Double(number) * 40) }
        scenario.call(20, 486, at: 500, to: .carol)
        scenario.request(.invite, from: .alice, to: .carol, at: 598, callID: "late")
        var report = scenario.reported(until: 600)
        report.figures = scenario.figures(until: 600)
        return report
    }

    @Test("Each number stands with its definition; only what was measured is shown")
    func text() {
        let lines = FiguresText(figures: Self.report().figures, style: Self.plain, catalog: .english).lines
        #expect(
            lines == [
                "Figures (at the capture point)",
                "  INVITE: 14 attempts: 12 answered, 1 failed (486 ×1), 1 undetermined and in no ratio",
                "  SER 92.3 % (answered 2xx / attempts without 3xx; RFC 6076 4.6)",
                "  SEER 100.0 % (2xx, 480, 486, 600 or 603 / attempts without 3xx; RFC 6076 4.7)",
                "  ISA 0.0 % (408, 500, 503 or 504 / attempts; RFC 6076 4.8)",
                "  SCR 92.3 % (answered 2xx and BYE answered / attempts without open calls; RFC 6076 4.9)",
                "  ASR 92.3 % (answered 2xx / attempts; ITU-T E.411)",
                "  NER 100.0 % (2xx, 480, 486, 600, 603 or cancelled while ringing / attempts; ITU-T E.425)",
                "  SRD mean 0.5 s, p95 0.5 s, max 0.5 s of 12 (INVITE to the first provisional response but 100, else to "
                    + "the 2xx, of answered attempts; RFC 6076 4.3.1)",
                "  PDD mean 0.5 s, p95 0.5 s, max 0.5 s of 12 (INVITE to the first 180, or 183 with a session "
                    + "description; no standard)",
                "  ACD mean 10 s, p95 10 s, max 10 s of 12 (2xx to the BYE, whatever came of it; no standard)",
                "  SDD mean 0.2 s, p95 0.2 s, max 0.2 s of 12 (BYE to its 2xx, through challenges and 503; timeouts left "
                    + "out; RFC 6076 4.4)",
                "  To 192.0.2.2: 12 attempts: 12 answered, SRD mean 0.5 s, p95 0.5 s, max 0.5 s of 12",
                "  To 192.0.2.3: 1 attempt: 0 answered, 486 ×1",
            ])
    }

    @Test("The section stands behind the list of calls, and only where it is asked for", arguments: [true, false])
    func section(isShown: Bool) {
        var text = ""
        TextReport(Self.report(), style: Self.plain, showsFigures: isShown).write { text += $0 }
        #expect(text.contains("\n\nFigures (at the capture point)\n") == isShown)
        let silent = TextReport(SIPScenario().reported(until: 1), style: Self.plain, showsFigures: true)
        #expect(silent.figures.isEmpty)
    }

    @Test("In JSON always, with seconds in the names, and no number where nothing was counted")
    func json() throws {
        var text = ""
        ReportJSON(Self.report()).write { text += $0 }
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let figures = try #require(object["figures"] as? [String: Any])
        let ratios = try #require(figures["ratios"] as? [String: [String: Any]])
        #expect(ratios["ser"]?["percent"] as? Double == 92.31)
        #expect(ratios["ser"]?["numerator"] as? Int == 12 && ratios["ser"]?["denominator"] as? Int == 13)
        #expect(ratios["ira"]?["percent"] is NSNull)
        let delays = try #require(figures["delays"] as? [String: [String: Any]])
        #expect(delays["srdAnswered"]?["maxSeconds"] as? Double == 0.5)
        #expect(delays["rrd"]?["count"] as? Int == 0 && delays["rrd"]?["p50Seconds"] is NSNull)
        let calls = try #require(figures["calls"] as? [String: Any])
        #expect(calls["failed"] as? [String: Int] == ["486": 1] && calls["undetermined"] as? Int == 1)
        #expect((figures["peers"] as? [[String: Any]])?.map { $0["address"] as? String } == ["192.0.2.2", "192.0.2.3"])
        #expect(figures["otherPeers"] is NSNull)
    }

    @Test("Every figure of the schema is there, and no other")
    func schema() throws {
        let file = Fixture.project.appending(path: "Sources/SIPReporting/Schemas/report.schema.json")
        let schema = try #require(
            try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
        let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
        let figures = TraceFigures()
        #expect(definitions["ratios"]?["required"] as? [String] == figures.ratios.map(\.key).sorted())
        #expect(definitions["delays"]?["required"] as? [String] == figures.delays.map(\.key).sorted())
    }
}
