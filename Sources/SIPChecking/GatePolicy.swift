import SIPFindings

/// What a check lets pass, and what it does not.
public struct GatePolicy: Sendable {
    /// How grave a new finding is at least that fails the check; nil where none does.
    public var failOn: Severity? = .error
    /// Rules and areas, by name, whose findings the configuration rates otherwise than the rules do. What is said of a rule
    /// counts more than what is said of its area, and what is said last more than what was said before.
    public var severities: [(name: String, severity: Severity)] = []
    /// Whether a trace may be cut, lack frames, or end too early.
    public var allowsIncomplete = false
    /// Whether a trace may hold no SIP.
    public var allowsEmpty = false
    /// The day of the check, as `2027-01-01`.
    public var today: String
    /// The rules that judged: what others would have found is not missed.
    public var selection = RuleSelection.everything

    /// The usual policy on a day, written as `2027-01-01`.
    public init(today: String) {
        self.today = today
    }

    /// How grave a finding of a rule is, which the rule itself rates so.
    public func severity(of rule: String, rated severity: Severity) -> Severity {
        let area = RuleSelection.area(of: rule)
        let entry = severities.last { $0.name == rule } ?? severities.last { $0.name == area }
        return entry?.severity ?? severity
    }

    /// Whether a new finding of this severity fails the check.
    public func fails(_ severity: Severity) -> Bool {
        failOn.map { severity >= $0 } ?? false
    }

    /// Whether what is wrong with suppressions fails the check: where it is strict.
    var failsOnSuppressions: Bool { failOn == .warning || failOn == .info }

    /// Whether findings of a rule, or of an area's rules, would have shown. A rule that there is no longer finds nothing,
    /// whatever is selected.
    func judges(_ name: String) -> Bool {
        selection.rules.contains { $0.isNamed(name) && $0.severity >= selection.leastSeverity }
            || !Rule.all.contains { $0.isNamed(name) }
    }
}

extension Rule {
    /// Whether a name is the rule's or its area's.
    fileprivate func isNamed(_ name: String) -> Bool { self.name == name || area == name }
}
