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
        guard !wanted.required.isEmpty || !wanted.forbidden.isEmpty else { return [] }
        let all = view.map { findings[$0.id] ?? [] } ?? trace.findings
        let counted = all.filter { !$0.isSuppressed }
        let prefix = view == nil ? "" : "findings."
        var results: [ExpectationResult] = []
        for (index, name) in wanted.required.enumerated() {
            // What stands twice has to be found twice.
            let number = wanted.required[...index].count { $0.value == name.value }
            let found = counted.filter { $0.finding.isOf(name.value) }.map(\.finding)
            let isHidden = found.isEmpty && all.contains { $0.finding.isOf(name.value) }
            let seen = found.first.map { $0.seen(among: found.count) } ?? (isHidden ? "only suppressed ones" : "none")
            var subject = subject
            subject.exchange = subject.exchange ?? found.first?.exchange
            results.append(
                subject.result(
                    "\(prefix)required.\(name.value)",
                    Observation(isMet: found.count >= number, seen, found.first?.frames ?? []),
                    expected: "at least \(number == 1 ? "one finding" : "\(number) findings") of \(name.value)",
                    at: name.position))
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
