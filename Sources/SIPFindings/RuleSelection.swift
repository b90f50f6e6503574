import TraceTypes

/// Which rules judge, and which of their findings count.
public struct RuleSelection: Sendable {
    /// All rules, and all that they find.
    public static let everything = RuleSelection()
    /// The areas of all rules, by name.
    public static let areas = Set(Rule.all.map { area(of: $0.name) }).sorted()

    /// The rules that judge.
    public let rules: [Rule]
    /// How grave a finding is at least.
    public let leastSeverity: Severity

    /// Selects rules by their names and areas. Without any selected, all are; of a rule that is both selected and
    /// ignored, the name counts more than the area, and ignoring more than selecting.
    public init(selecting: [String] = [], ignoring: [String] = [], leastSeverity: Severity = .info) {
        self.leastSeverity = leastSeverity
        let selected = Set(selecting)
        let ignored = Set(ignoring)
        rules = Rule.all.filter { rule in
            let area = Self.area(of: rule.name)
            if ignored.contains(rule.name) { return false }
            if selected.contains(rule.name) { return true }
            return !ignored.contains(area) && (selected.isEmpty || selected.contains(area))
        }
    }

    /// The area of a rule: what stands before the slash of its name.
    public static func area(of rule: String) -> String {
        String(rule.prefix { $0 != "/" })
    }
}

extension RuleSelection {
    /// What is wrong with a name that is to be a rule or an area, with the nearest one; nil where it is one.
    public static func problem(with name: String) -> String? {
        let known = Rule.all.map(\.name) + areas
        guard !known.contains(name) else { return nil }
        let guess = suggestion(for: name, in: known).map { "; did you mean '\($0)'?" }
        return "\(quoted(name)) is neither a rule nor an area" + (guess ?? "; 'sipwatch rules' lists them")
    }
}
