import SIPCatalog
import SIPDialogs
import TraceTypes

/// What a rule knows besides the exchange it judges.
public struct RuleContext: Sendable {
    /// The protocol's timers.
    public var timers: TimerValues
    /// Between which addresses the capture shows SIP.
    public var directions: Directions
    /// Whether the capture is known to have lost frames, so that nothing can be said never to have happened.
    public var hasLoss: Bool
    /// The language of the findings.
    public var catalog: Catalog

    /// Makes a context.
    public init(timers: TimerValues, directions: Directions, hasLoss: Bool, catalog: Catalog) {
        self.timers = timers
        self.directions = directions
        self.hasLoss = hasLoss
        self.catalog = catalog
    }
}

/// Something that can be wrong with an exchange, and how to see it. Adding a rule is adding a file with one of these, a
/// topic in the catalog, and a line in ``Rule/all``.
public struct Rule: Sendable {
    /// `area/what-is-wrong`; never changed.
    public let name: String
    /// How grave it is, unless the case says otherwise.
    public let severity: Severity
    let check: @Sendable (Exchange, RuleContext) -> [Evidence]

    init(_ name: String, _ severity: Severity, check: @escaping @Sendable (Exchange, RuleContext) -> [Evidence]) {
        self.name = name
        self.severity = severity
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
    var message: String
    /// Where its advice comes from.
    var advice = Advice.rule
}

extension Rule {
    /// All rules, by name.
    public static let all: [Rule] = [
        authLoop, blockedNoRedress, missingAck, noResponse, redirectLoop, redirectNotFollowed, retryAfterForbidden,
        retryAfterGlobalFailure, transferFailed, noFinalNotify, noNotify, transferRefused,
    ]

    /// What all rules find in an exchange; the graver first.
    public static func findings(in exchange: Exchange, _ context: RuleContext) -> [Finding] {
        var findings: [Finding] = []
        for rule in all {
            for evidence in rule.check(exchange, context) {
                findings.append(rule.finding(evidence, exchange, context))
            }
        }
        return findings.sorted { ($1.severity, $0.rule) < ($0.severity, $1.rule) }
    }

    private func finding(_ evidence: Evidence, _ exchange: Exchange, _ context: RuleContext) -> Finding {
        let topic = context.catalog.topic(name)
        let frames = Set(
            evidence.messages.compactMap { index in
                index.flatMap { exchange.messages.indices.contains($0) ? exchange.messages[$0].frame : nil }
            })
        return Finding(
            rule: name, severity: evidence.severity ?? severity, confidence: evidence.confidence,
            exchange: exchange.id, frames: frames.sorted(), message: evidence.message,
            advice: evidence.advice.sentences(for: topic, context.catalog),
            references: (topic?.references ?? []).map(\.description))
    }
}
