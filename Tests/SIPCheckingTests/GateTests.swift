import SIPChecking
import SIPFindings
import SIPReporting
import Testing
import TraceTypes
import _TestSupport

@Suite("The gate")
struct GateTests {
    /// An error and an info: `transfer/failed` and what else a failed transfer shows.
    private let report = Recording(SIPScenario.failedTransfer()).report()

    private func policy(failOn: Severity? = .error, _ severities: (String, Severity)...) -> GatePolicy {
        var policy = GatePolicy(today: "2026-11-20")
        policy.failOn = failOn
        policy.severities = severities.map { (name: $0.0, severity: $0.1) }
        return policy
    }

    private func suppression(_ rule: String, _ reason: String = "old PBX") -> Suppression {
        Suppression(rule: rule, reason: reason)
    }

    private func found(_ gate: Gate, _ rule: String = "transfer/failed") throws -> CheckedFinding {
        try #require(gate.findings.first { $0.finding.rule == rule })
    }

    @Test(
        "Without anything else, every finding is new, and those grave enough fail",
        arguments: [
            (nil, false), (.info, true), (.warning, true), (.error, true),
        ] as [(Severity?, Bool)])
    func new(failOn: Severity?, fails: Bool) throws {
        let gate = Gate(report, policy(failOn: failOn))
        #expect(gate.findings.map(\.finding.rule) == report.findings.map(\.rule))
        #expect(gate.findings.allSatisfy { $0.standing == .new })
        #expect(try found(gate).fails == fails)
        #expect(try found(gate).fingerprint == report.fingerprints.first { $0.rule == "transfer/failed" })
        #expect(gate.problems == [])
    }

    @Test("A finding below what fails the check is new and does not fail")
    func below() throws {
        let gate = Gate(report, policy(failOn: .warning, ("transfer/failed", .info)))
        #expect(try found(gate).standing == .new)
        #expect(try !found(gate).fails)
    }

    @Test(
        "The configuration changes severities: a rule's entry beats its area's, a later one an earlier one",
        arguments: [
            ([("transfer", Severity.info)], Severity.info),
            ([("transfer/failed", .warning), ("transfer", .info)], .warning),
            ([("transfer", .info), ("transfer/failed", .warning)], .warning),
            ([("transfer", .info), ("transfer", .warning)], .warning),
            ([("transfer/no-notify", .info), ("auth", .info), ("trans", .info)], .error),
        ])
    func severities(changes: [(String, Severity)], severity: Severity) throws {
        var policy = policy()
        policy.severities = changes.map { (name: $0.0, severity: $0.1) }
        let finding = try found(Gate(report, policy))
        #expect(finding.finding.severity == severity)
        #expect(finding.fails == (severity == .error))
    }

    @Test("Suppressed before expected, expected before known, known before new")
    func order() throws {
        let known = TraceBaseline(report.fingerprints)
        let all = Gate(report, policy(), suppressions: [suppression("transfer")], baseline: known) { _ in true }
        #expect(try found(all).standing == .suppressed(reason: "old PBX"))
        let expected = Gate(report, policy(), baseline: known) { $0.rule == "transfer/failed" }
        #expect(try found(expected).standing == .expected)
        #expect(expected.findings.filter { $0.finding.rule != "transfer/failed" }.allSatisfy { $0.standing == .known })
        let only = Gate(report, policy(), baseline: known)
        #expect(only.findings.allSatisfy { $0.standing == .known && !$0.fails })
        for gate in [all, expected, only] { #expect(try !found(gate).fails) }
    }

    @Test("What the baseline does not know is new; what is no longer found is stale, and does not fail")
    func baseline() throws {
        let position = SourcePosition(file: "known.yaml", line: 7, column: 5)
        let gone = Fingerprint(rule: "auth/loop", method: "INVITE", code: 401, role: "caller", ordinal: 1)
        let retired = Fingerprint(rule: "auth/retired", method: "INVITE", code: 401, role: "caller", ordinal: 1)
        let known = TraceBaseline(entries: [.init(gone, at: position), .init(retired)])
        let gate = Gate(report, policy(), baseline: known)
        #expect(try found(gate).fails)
        #expect(
            gate.problems.first
                == TraceProblem(
                    .staleBaseline,
                    "'auth/loop INVITE 401 caller 1' is in the baseline and no longer found; --update-baseline takes it out",
                    fails: false, position: position))
        #expect(gate.problems.count == 2)
        #expect(gate.problems.allSatisfy { !$0.fails })
    }

    @Test("What was not looked for is neither stale nor unused")
    func selection() {
        let gone = Fingerprint(rule: "auth/loop", method: "INVITE", code: 401, role: "caller", ordinal: 1)
        var policy = policy(failOn: .info)
        policy.selection = RuleSelection(ignoring: ["auth"])
        let suppressions = [suppression("auth"), suppression("auth/loop"), suppression("redirect")]
        let gate = Gate(report, policy, suppressions: suppressions, baseline: TraceBaseline([gone]))
        #expect(gate.problems.map(\.kind) == [.unusedSuppression])
        policy.selection = RuleSelection(leastSeverity: .error)
        let gate2 = Gate(report, policy, suppressions: [suppression("transfer/deprecated-202")])
        #expect(gate2.problems.isEmpty)
    }

    @Test("Behind a filter, nothing is stale or unused: it may be in a call that was left out")
    func filtered() throws {
        var report = report
        report.filter = FilterTally(try CallFilter("status >= 400"))
        let gone = Fingerprint(rule: "auth/loop", method: "INVITE", code: 401, role: "caller", ordinal: 1)
        let gate = Gate(report, policy(), suppressions: [suppression("auth")], baseline: TraceBaseline([gone]))
        #expect(gate.problems == [])
    }
}
