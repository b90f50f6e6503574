import SIPChecking
import SIPFindings
import SIPParsing
import SIPReporting
import Testing
import TraceTypes
import _TestSupport

@Suite("Suppressions")
struct SuppressionTests {
    private let position = SourcePosition(file: "run.sipwatch.yaml", line: 3, column: 5)

    private func suppression(_ rule: String, until: String? = nil, call: Int? = nil) -> Suppression {
        var suppression = Suppression(rule: rule, reason: "old PBX")
        suppression.until = until
        suppression.call = call
        suppression.position = position
        return suppression
    }

    private func report(comments: [(frame: UInt64, text: String)] = []) -> Report {
        var report = Recording(SIPScenario.failedTransfer()).report()
        for comment in comments {
            report.account.add(.init(frame: FrameNumber(rawValue: comment.frame), text: comment.text))
        }
        return report
    }

    private func gate(_ report: Report, _ suppressions: [Suppression] = [], failOn: Severity? = .error) -> Gate {
        var policy = GatePolicy(today: "2026-11-20")
        policy.failOn = failOn
        return Gate(report, policy, suppressions: suppressions)
    }

    private func isSuppressed(_ gate: Gate) -> Bool {
        gate.findings.contains { $0.finding.rule == "transfer/failed" && $0.standing == .suppressed(reason: "old PBX") }
    }

    @Test(
        "By rule or area, in all calls or in one, until its last day",
        arguments: [
            ("transfer/failed", nil, nil, true), ("transfer", nil, nil, true), ("transfer/no-notify", nil, nil, false),
            ("trans", nil, nil, false), ("transfer/", nil, nil, false), ("transfer", nil, 1, true),
            ("transfer", nil, 2, false),
            ("transfer", "2026-11-20", nil, true), ("transfer", "2026-11-21", nil, true),
            ("transfer", "2026-11-19", nil, false),
            ("transfer", "2025-12-31", 1, false),
        ] as [(String, String?, Int?, Bool)])
    func written(rule: String, until: String?, call: Int?, covers: Bool) {
        let gate = gate(report(), [suppression(rule, until: until, call: call)])
        #expect(isSuppressed(gate) == covers)
        #expect(gate.problems.isEmpty == covers)
        #expect(gate.problems.allSatisfy { $0.position == position && !$0.fails })
    }

    @Test("A call's suppression does not cover an exchange that is no call")
    func otherExchange() {
        var scenario = SIPScenario()
        let options = scenario.request(.options, from: .alice, to: .bob, at: 0)
        scenario.response(405, to: options, at: 1, without: ["Allow"])
        let report = Recording(scenario).report()
        #expect(gate(report, [suppression("response", call: 1)]).findings.map(\.standing) == [.new])
        #expect(gate(report, [suppression("response")]).findings.map(\.standing) == [.suppressed(reason: "old PBX")])
    }

    @Test("A comment covers the findings that rest on its frame")
    func comments() throws {
        let frames = try #require(report().findings.first { $0.rule == "transfer/failed" }).frames.map(\.rawValue)
        let text = "sipwatch: ignore transfer reason='old PBX'"
        for frame in frames { #expect(isSuppressed(gate(report(comments: [(frame, text)])))) }
        let other = try #require((1...20).first { !frames.contains($0) })
        let gate = gate(report(comments: [(other, text)]))
        #expect(!isSuppressed(gate))
        #expect(gate.problems.map(\.kind) == [.unusedSuppression])
        #expect(gate.problems.map(\.frames) == [[FrameNumber(rawValue: other)]])
    }

    @Test("Of several that cover a finding, the first gives the reason, and all are used")
    func several() throws {
        let frame = try #require(report().findings.first { $0.rule == "transfer/failed" }?.frames.first?.rawValue)
        let commented = report(comments: [(frame, "sipwatch: ignore transfer/failed reason=later")])
        let gate = gate(commented, [suppression("transfer"), suppression("transfer/failed")])
        #expect(isSuppressed(gate))
        #expect(gate.problems == [])
    }

    @Test(
        "One that is over, covers nothing, or cannot be understood is told of; it fails a strict check alone",
        arguments: [
            (nil, false), (.error, false), (.warning, true), (.info, true),
        ] as [(Severity?, Bool)])
    func problems(failOn: Severity?, fails: Bool) {
        let commented = report(comments: [
            (2, "sipwatch: ignore transfer"), (3, "sipwatch: ignore auth reason=x until=2026-11-19"),
            (4, "sipwatch: ignore auth/loop reason=x"),
        ])
        let written = [suppression("redirect/loop"), suppression("redirect", until: "2026-01-01")]
        let gate = gate(commented, written, failOn: failOn)
        #expect(
            gate.problems.map(\.kind) == [
                .badSuppression, .expiredSuppression, .expiredSuppression, .unusedSuppression, .unusedSuppression,
            ])
        #expect(gate.problems.allSatisfy { $0.fails == fails })
        #expect(
            gate.problems.map(\.message) == [
                "the comment on frame 2 suppresses nothing: a suppression needs a reason; add reason=\"…\"",
                "the suppression of 'redirect' ended on 2026-01-01 and covers nothing; mend the cause, or give it a later day",
                "the suppression of 'auth' in the comment on frame 3 ended on 2026-11-19 and covers nothing; "
                    + "mend the cause, or give it a later day",
                "the suppression of 'redirect/loop' covers no finding; remove it",
                "the suppression of 'auth/loop' in the comment on frame 4 covers no finding; remove it",
            ])
        #expect(!isSuppressed(gate))
    }

    @Test(
        "Only so many directives are read, and that there are more is told",
        arguments: [(1, 1_001, true), (1_001, 1, true), (600, 2, true), (500, 2, false), (1, 1_000, false)])
    func tooMany(comments: Int, lines: Int, isTooMuch: Bool) throws {
        let line = "sipwatch: ignore transfer reason='old PBX'"
        let text = Array(repeating: line, count: lines).joined(separator: "\n")
        let frame = try #require(report().findings.first { $0.rule == "transfer/failed" }?.frames.first?.rawValue)
        let gate = gate(report(comments: Array(repeating: (frame, text), count: comments)))
        #expect(isSuppressed(gate))
        #expect(gate.problems.map(\.kind) == (isTooMuch ? [.badSuppression] : []))
        let start = "only the first 1000 suppressions in packet comments"
        #expect(gate.problems.allSatisfy { $0.message.hasPrefix(start) })
    }
}
