import Foundation
import Testing
import _TestSupport

@Suite("Each fixture gets the verdict that its scenario deserves")
struct FixtureVerdictTests {
    @Test(arguments: FixtureVerdict.all)
    func verdict(_ verdict: FixtureVerdict) throws {
        let report = try ReportDocument(of: Fixture(verdict.fixture).path)
        #expect(report.messages.total == verdict.messages)
        #expect(report.messages.retransmissions == verdict.retransmissions)
        #expect(report.messages.malformed == 0)
        #expect(report.messages.duplicates == 0)
        #expect(report.calls.map(\.outcome) == verdict.calls.map(\.outcome))
        #expect(report.calls.map(\.status) == verdict.calls.map(\.status))
        #expect(report.calls.map { $0.findings.map(\.rule) } == verdict.calls.map(\.rules))
        #expect(report.calls.map(\.callIDs.count) == verdict.calls.map(\.callIDs))
        let transfers = report.calls.flatMap(\.transfers).map {
            FixtureVerdict.Transfer(
                kind: $0.kind, responseStatus: $0.responseStatus ?? 0, finalStatus: $0.finalStatus, outcome: $0.outcome)
        }
        #expect(transfers == [verdict.transfer].compactMap { $0 })
        #expect(report.calls.flatMap(\.redirects).map(\.followed) == verdict.redirects)
        let others = report.registrations + report.subscriptions + report.requests
        let words = others.map { other in
            [other.method, other.outcome, other.status.map(String.init)].compactMap { $0 }.joined(separator: " ")
        }
        #expect(words == verdict.others)
        #expect(others.flatMap(\.findings).map(\.rule) == verdict.otherRules)
        #expect(report.findings.map(\.rule) == verdict.calls.flatMap(\.rules) + verdict.otherRules)
    }

    @Test(
        "A finding says what it rests on, and points at the frames that show it",
        arguments: [
            ("call/auth-loop", "error", "proven", [4, 5, 7, 8, 10, 11, 13, 14]),
            ("call/blocked-608-no-redress", "warning", "proven", [1, 3]),
            ("call/missing-ack", "error", "observed", [1, 4, 15]),
            ("call/no-response", "error", "observed", [1, 2, 3, 4, 5, 6, 7]),
            ("call/retry-after-403", "warning", "proven", [3, 5]),
            ("call/retry-after-603", "warning", "proven", [3, 5]),
            ("redirect/loop-302", "error", "proven", [1, 2, 4, 5, 7, 8, 10, 11, 13, 14]),
            ("redirect/not-followed-302", "warning", "observed", [1, 2]),
            ("transfer/blind-declined", "error", "proven", [6, 7, 10, 13, 15]),
            ("transfer/no-notify", "error", "observed", [6, 7]),
            ("transfer/refused-403", "error", "proven", [6, 7]),
            ("transfer/stuck-at-100", "error", "observed", [6, 7, 8]),
        ])
    func evidence(fixture: String, severity: String, confidence: String, frames: [Int]) throws {
        let report = try ReportDocument(of: Fixture(fixture).path)
        let finding = try #require(report.findings.first)
        #expect(finding.severity == severity)
        #expect(finding.confidence == confidence)
        #expect(finding.frames == frames)
        #expect(finding.call == 1)
        #expect(!finding.advice.isEmpty)
        #expect(!finding.references.isEmpty)
    }

    @Test func theDeclinedTransferIsTold() throws {
        let text = try SIPWatch.run(Fixture("transfer/blind-declined").relativePath, in: Fixture.projectPath).output
        for words in [
            "Transfer: blind to sip:carol@192.0.2.30: failed", "202 Accepted", "NOTIFY reported 603",
            "reports 603 Decline, terminated (noresource)", "error transfer/failed (proven;",
            "Let the transferor take the call back from hold",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func everyFixtureHasAVerdict() throws {
        #expect(Set(FixtureVerdict.all.map(\.fixture)) == Set(Fixture.all.map(\.name)))
        let readme = try String(contentsOf: Fixture.project.appending(path: "Fixtures/README.md"), encoding: .utf8)
        for fixture in Fixture.all { #expect(readme.contains("| [\(fixture)](\(fixture).md) |")) }
    }
}
