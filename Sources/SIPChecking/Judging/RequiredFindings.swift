import SIPDialogs
import SIPFindings

/// Which findings are required, so that they do not fail a check: as many of each rule or area as are listed, of each call
/// and of the whole trace.
public struct RequiredFindings: Sendable {
    /// How many of a rule or an area are required, and not yet taken.
    private typealias Counts = [String: Int]

    private var anywhere: Counts
    private var byExchange: [Int: Counts] = [:]

    fileprivate init(_ expectations: Expectations, _ trace: JudgedTrace) {
        anywhere = Self.counts(expectations.findings)
        let calls = expectations.calls.map(\.value).filter { !$0.findings.required.isEmpty }
        guard !calls.isEmpty else { return }
        let judging = Judging(trace)
        for call in calls {
            let counts = Self.counts(call.findings)
            // Where two expectations are about the same call, the same finding may meet both.
            for view in judging.select(call.selector, .call).selected {
                byExchange[view.id, default: [:]].merge(counts, uniquingKeysWith: max)
            }
        }
    }

    private static func counts(_ findings: FindingExpectation) -> Counts {
        findings.required.reduce(into: [:]) { $0[$1.value, default: 0] += 1 }
    }

    /// Whether a finding is required, and not in the place of one that was taken before. It is taken from what is required
    /// of its call, else of the whole trace; in each from its rule, else from its area.
    public mutating func take(_ finding: Finding) -> Bool {
        Self.take(finding, from: &byExchange[finding.exchange, default: [:]]) || Self.take(finding, from: &anywhere)
    }

    private static func take(_ finding: Finding, from counts: inout Counts) -> Bool {
        for name in [finding.rule, RuleSelection.area(of: finding.rule)] {
            guard let count = counts[name], count > 0 else { continue }
            counts[name] = count - 1
            return true
        }
        return false
    }
}

extension Expectations {
    /// The findings that they require: of the whole trace, or of the calls that they are about. The standing of the
    /// trace's findings does not matter.
    public func requiredFindings(in trace: JudgedTrace) -> RequiredFindings { RequiredFindings(self, trace) }
}
