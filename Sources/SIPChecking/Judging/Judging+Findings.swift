import SIPDialogs
import SIPFindings
import SIPReporting
import TraceTypes

/// Holding findings against what is expected of them.
extension Judging {
    /// The findings of a call, or, without a view, of the whole trace. What is suppressed does not count.
    func results(
        of wanted: FindingExpectation, in view: ExchangeView?, _ subject: ResultSubject
    ) -> [ExpectationResult] {
        let all = trace.findings.filter { view == nil || $0.finding.exchange == view?.id }
        let counted = all.filter { !$0.isSuppressed }
        let prefix = view == nil ? "" : "findings."
        var results: [ExpectationResult] = []
        for name in wanted.required {
            let found = counted.filter { $0.finding.isOf(name.value) }.map(\.finding)
            let isHidden = found.isEmpty && all.contains { $0.finding.isOf(name.value) }
            let seen = found.first.map { $0.seen(among: found.count) } ?? (isHidden ? "only suppressed ones" : "none")
            var subject = subject
            subject.exchange = subject.exchange ?? found.first?.exchange
            results.append(
                subject.result(
                    "\(prefix)required.\(name.value)",
                    Observation(isMet: !found.isEmpty, seen, found.first?.frames ?? []),
                    expected: "at least one finding of \(name.value)", at: name.position))
        }
        for name in wanted.forbidden {
            let found = counted.filter { $0.finding.isOf(name.value) }.map(\.finding)
            for finding in found.isEmpty ? [nil] : found.map(Optional.some) {
                let seen = finding.map { Observation(.failed, $0.seen, $0.frames, advice: $0.advice) }
                var subject = subject
                subject.exchange = subject.exchange ?? finding?.exchange
                results.append(
                    subject.result(
                        "\(prefix)forbidden.\(name.value)", seen ?? Observation(.met, "none"),
                        expected: "no finding of \(name.value)", at: name.position))
            }
        }
        return results
    }
}

/// Which findings are required, so that they do not fail a check.
public struct RequiredFindings: Sendable {
    /// Rules and areas that are required anywhere.
    private var anywhere: [String] = []
    /// Those that are required of an exchange.
    private var byExchange: [Int: [String]] = [:]

    fileprivate init(_ expectations: Expectations, _ trace: JudgedTrace) {
        anywhere = expectations.findings.required.map(\.value)
        let calls = expectations.calls.map(\.value).filter { !$0.findings.required.isEmpty }
        guard !calls.isEmpty else { return }
        let judging = Judging(trace)
        for call in calls {
            for view in judging.select(call.selector, .call).selected {
                byExchange[view.id, default: []] += call.findings.required.map(\.value)
            }
        }
    }

    /// Whether a finding is required, in the exchange that it is about.
    public func contains(_ finding: Finding) -> Bool {
        (anywhere + (byExchange[finding.exchange] ?? [])).contains { finding.isOf($0) }
    }
}

extension Expectations {
    /// The findings that they require: of the whole trace, or of the calls that they are about. The standing of the
    /// trace's findings does not matter.
    public func requiredFindings(in trace: JudgedTrace) -> RequiredFindings { RequiredFindings(self, trace) }

    /// Whether they require a finding of an exchange. To ask for many findings, ask what `requiredFindings(in:)` gives.
    public func requires(_ finding: Finding, in exchange: JudgedExchange, of trace: JudgedTrace) -> Bool {
        finding.exchange == exchange.summary.id && requiredFindings(in: trace).contains(finding)
    }
}

extension CheckedFinding {
    /// Whether a suppression covers it.
    var isSuppressed: Bool {
        if case .suppressed = standing { true } else { false }
    }
}

extension Finding {
    /// Whether it is of a rule, or of a rule of an area.
    func isOf(_ name: String) -> Bool { rule == name || RuleSelection.area(of: rule) == name }

    /// What it says.
    fileprivate var seen: String { "\(rule): \(message)" }

    /// The same, with how many there are of it.
    fileprivate func seen(among count: Int) -> String { count > 1 ? "\(seen) (and \(count - 1) more)" : seen }
}
