import SIPCatalog
import SIPDialogs
import TraceTypes

/// Something that can be wrong with an exchange, and how to see it. Adding a rule is adding a file with one of these, a
/// topic in the catalog, and a line in the list of its area.
public struct Rule: Sendable {
    /// `area/what-is-wrong`; never changed.
    public let name: String
    /// How grave it is, unless the case says otherwise.
    public let severity: Severity
    /// What an exchange must have something of to be looked at; nil where any may be concerned.
    let concerns: ExchangeTraits?
    let check: @Sendable (Exchange, RuleContext) -> [Evidence]

    /// The first part of the name.
    public var area: String { String(name.prefix { $0 != "/" }) }

    init(
        _ name: String, _ severity: Severity, when concerns: ExchangeTraits? = nil,
        check: @escaping @Sendable (Exchange, RuleContext) -> [Evidence]
    ) {
        self.name = name
        self.severity = severity
        self.concerns = concerns
        self.check = check
    }
}

/// What a rule saw: the case's part of a finding.
struct Evidence {
    /// What it rests on.
    var confidence: Confidence
    /// How grave it is here, where that differs from the rule's own severity.
    var severity: Severity?
    /// The messages that show it.
    var messages: [MessageIndex?]
    /// What happened, with the case's own numbers.
    var message: FindingMessage
    /// Where its advice comes from.
    var advice = Advice.rule
}

extension Rule {
    /// What the selected rules find in an exchange; the graver first.
    public static func findings(in exchange: Exchange, _ context: RuleContext) -> [Finding] {
        var context = context
        if exchange.hasLoss { context.hasLoss = true }
        var findings: [Finding] = []
        for rule in context.selection.rules where rule.concerns?.overlaps(exchange.traits) ?? true {
            for evidence in rule.check(exchange, context)
            where (evidence.severity ?? rule.severity) >= context.selection.leastSeverity {
                findings.append(rule.finding(evidence, exchange, context))
            }
        }
        return findings.sorted { ($1.severity, $0.rule) < ($0.severity, $1.rule) }
    }

    private func finding(_ evidence: Evidence, _ exchange: Exchange, _ context: RuleContext) -> Finding {
        let topic = context.catalog.topic(name)
        let messages = Set(evidence.messages.compactMap { $0 }).filter(exchange.messages.indices.contains)
            .sorted { (exchange.messages[$0].frame, $0) < (exchange.messages[$1].frame, $1) }
        return Finding(
            rule: name, severity: evidence.severity ?? severity, confidence: evidence.confidence,
            exchange: exchange.id, frames: Set(messages.map { exchange.messages[$0].frame }).sorted(),
            messages: messages,
            message: evidence.message.text(for: name, context.catalog),
            explanation: topic?.explanation ?? "", impact: topic?.impact ?? "", causes: topic?.causes ?? [],
            confirm: topic?.confirm ?? [], disproof: topic?.disproof ?? [],
            advice: evidence.advice.sentences(for: topic, exchange, context.catalog),
            references: (topic?.references ?? []).map(\.description))
    }
}
