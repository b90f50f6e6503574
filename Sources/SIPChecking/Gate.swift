import SIPDialogs
import SIPFindings
import SIPReporting
import TraceTypes

/// What the gate makes of the findings of a trace.
public struct Gate: Sendable {
    /// The findings with their standing, in the order of the exchanges.
    public private(set) var findings: [CheckedFinding] = []
    /// What a baseline is to know of the trace from now on: what was found, and what it knew of rules that did not judge.
    public private(set) var baselineFingerprints: [Fingerprint] = []
    /// What is wrong with suppressions and with the baseline.
    public private(set) var problems: [TraceProblem] = []

    /// Judges the findings of a report.
    ///
    /// The severity of each is first changed as the policy says. Then it is suppressed, or else expected, or else known, or
    /// else new; new ones alone can fail the check. `suppressions` are those of the file of expectations; those of packet
    /// comments are read from the report. `baseline` is what is known of the trace; nil where nothing is. `requires` tells
    /// whether the expectations require a finding.
    public init(
        _ report: Report, _ policy: GatePolicy, suppressions: [Suppression] = [], baseline: TraceBaseline? = nil,
        requires: (Finding) -> Bool = { _ in false }
    ) {
        var list = SuppressionList(suppressions, report.account, today: policy.today)
        let known = Set(baseline?.entries.map(\.fingerprint) ?? [])
        let fingerprints = report.fingerprints
        let judged = report.exchanges.flatMap { judged in judged.findings.map { (judged.summary, $0) } }
        for ((summary, finding), fingerprint) in zip(judged, fingerprints) {
            var finding = finding
            finding.severity = policy.severity(of: finding.rule, rated: finding.severity)
            let standing: CheckedFinding.Standing =
                if let reason = list.reason(for: finding, isCall: summary.kind == .call) {
                    .suppressed(reason: reason)
                } else if requires(finding) {
                    .expected
                } else {
                    known.contains(fingerprint) ? .known : .new
                }
            findings.append(
                CheckedFinding(
                    finding, fingerprint, standing, fails: standing == .new && policy.fails(finding.severity)))
        }
        // Behind a filter, what is not found may be in a call that was left out.
        let isWhole = report.filter == nil
        baselineFingerprints =
            self.findings.fingerprintsForBaseline
            + (baseline?.entries.map(\.fingerprint) ?? []).filter { !policy.judges($0.rule) }
        problems = list.problems(fails: policy.failsOnSuppressions) { isWhole && policy.judges($0) }
        guard isWhole, let baseline else { return }
        let found = Set(fingerprints)
        problems += baseline.entries.filter { !found.contains($0.fingerprint) && policy.judges($0.fingerprint.rule) }
            .map { $0.staleProblem }
    }
}

extension TraceBaseline.Entry {
    /// That it is no longer found.
    fileprivate var staleProblem: TraceProblem {
        TraceProblem(
            .staleBaseline,
            "\(quoted(fingerprint.text)) is in the baseline and no longer found; --update-baseline takes it out",
            fails: false, position: position)
    }
}
