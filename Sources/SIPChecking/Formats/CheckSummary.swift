import SIPFindings
import SIPReporting

/// The counts of a verdict in a line:
/// `3 traces: 2 clean, 1 failed · 4 calls · findings: 1 error (2 suppressed) · expectations: 11 met, 1 failed`.
struct CheckSummary {
    private let totals: CheckTotals
    private let traces: Int
    private let problems: Int

    init(_ verdict: CheckVerdict) {
        totals = verdict.totals
        traces = verdict.traces.count
        problems = verdict.traces.reduce(0) { $0 + $1.problems.count }
    }

    func text(_ style: TextStyle) -> String {
        var parts = [traceCounts(style), counted(totals.calls, "call"), "findings: " + findingCounts]
        if totals.expectations > 0 { parts.append("expectations: " + expectationCounts(style)) }
        if problems > 0 { parts.append("problems: \(problems)") }
        return parts.joined(separator: " · ")
    }

    private func traceCounts(_ style: TextStyle) -> String {
        let counts = [
            Self.part(totals.cleanTraces, "clean").map { style(.good, $0) },
            Self.part(totals.failedTraces - totals.unreadableTraces, "failed").map { style(.bad, $0) },
            Self.part(totals.unreadableTraces, "unreadable").map { style(.bad, $0) },
        ]
        let text = counts.compactMap { $0 }.joined(separator: ", ")
        return counted(traces, "trace") + (text.isEmpty ? "" : ": " + text)
    }

    /// `1 error, 1 info (1 known, 2 suppressed)`.
    var findingCounts: String {
        let new = Severity.allCases.reversed().compactMap { severity in
            totals.findings[severity].flatMap {
                Self.part($0, severity.rawValue + ($0 == 1 ? "" : "s"))
            }
        }
        let others = [
            Self.part(totals.expectedFindings, "expected"), Self.part(totals.knownFindings, "known"),
            Self.part(totals.suppressedFindings, "suppressed"),
        ]
        .compactMap { $0 }
        return (new.isEmpty ? "none" : new.joined(separator: ", "))
            + (others.isEmpty ? "" : " (\(others.joined(separator: ", ")))")
    }

    /// `11 met, 1 failed`; empty without any.
    func expectationCounts(_ style: TextStyle) -> String {
        let counts = [
            Self.part(totals.metExpectations, "met").map { style(.good, $0) },
            Self.part(totals.failedExpectations, "failed").map { style(.bad, $0) },
            Self.part(totals.excusedExpectations, "excused").map { style(.caution, $0) },
        ]
        return counts.compactMap { $0 }.joined(separator: ", ")
    }

    private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    private static func part(_ count: Int, _ word: String) -> String? { count > 0 ? "\(count) \(word)" : nil }
}
