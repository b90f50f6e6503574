import SIPFindings
import SIPReporting
import TraceTypes
import YAMLReading

/// Findings, and those that are let pass.
extension ExpectationReader {
    /// The names of all rules and areas.
    private static let names = Rule.all.map(\.name) + RuleSelection.areas
    /// The longest list of names.
    private static let mostNames = 1_000

    /// The value of `findings`; expects nothing where it is not there.
    func findings(_ owner: YAMLFields) throws(YAMLError) -> FindingExpectation {
        var result = FindingExpectation()
        guard let node = owner["findings"] else { return result }
        let fields = try fields(node, ExpectationGrammar.findings)
        result.required = try list("required", of: fields) { node throws(YAMLError) in try rule(node, "required") }
        result.forbidden = try list("forbidden", of: fields) { node throws(YAMLError) in try rule(node, "forbidden") }
        for list in [result.required, result.forbidden] {
            guard let surplus = list.dropFirst(Self.mostNames).first else { continue }
            throw YAMLError(
                "there are more than \(Self.mostNames) names in this list",
                at: YAMLMark(line: surplus.position.line, column: surplus.position.column))
        }
        for name in result.required {
            let area = RuleSelection.area(of: name.value)
            guard let other = result.forbidden.first(where: { [name.value, area].contains($0.value) }) else { continue }
            throw YAMLError(
                "'\(other.value)' is forbidden, while '\(name.value)' is required in line \(name.position.line)",
                at: YAMLMark(line: other.position.line, column: other.position.column))
        }
        return result
    }

    /// An entry of `suppress`.
    func suppression(_ node: YAMLNode) throws(YAMLError) -> Suppression {
        let fields = try fields(node, ExpectationGrammar.suppression)
        let rule = try rule(try fields.required("rule", ExpectationGrammar.suppression.name), "rule")
        let reason = try fields.required("reason", ExpectationGrammar.suppression.name)
        var result = Suppression(rule: rule, reason: try reason.text("reason"))
        guard result.reason.contains(where: { !$0.isWhitespace }) else {
            throw reason.wrong("reason", "a text that says why the finding is let pass")
        }
        result.until = try fields["until"].map { node throws(YAMLError) in try day(node) }
        result.call = try fields["call"]?.integer("call", in: 1...1_000_000)
        result.position = position(node.mark)
        return result
    }

    private func rule(_ node: YAMLNode, _ role: String) throws(YAMLError) -> String {
        try node.choice(role, of: Self.names, kind: "neither a rule nor an area")
    }

    private func day(_ node: YAMLNode) throws(YAMLError) -> String {
        let text = try node.text("until")
        guard FilterTimes.isDay(text) else {
            throw node.wrong("until", "a day of the calendar such as 2027-01-31")
        }
        return text
    }
}
