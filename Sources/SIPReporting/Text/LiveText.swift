import SIPCatalog
import SIPDialogs
import SIPFindings
import SIPParsing
import TraceTypes

/// What happens, a line each, while it happens.
public struct LiveText {
    private let catalog: Catalog
    private let style: TextStyle

    /// Makes a renderer.
    public init(catalog: Catalog, style: TextStyle) {
        self.catalog = catalog
        self.style = style
    }

    /// The line of a message that has just been placed; nil for one that tells no news.
    public func line(_ exchange: Exchange, _ index: MessageIndex) -> String? {
        guard exchange.messages.indices.contains(index) else { return nil }
        let message = exchange.messages[index]
        guard !message.isRepeat, !message.flags.contains(.laterHop), isNews(message, exchange) else { return nil }
        let path = "\(exchange.source(of: message)) → \(exchange.destination(of: message))"
        let words = [news(exchange, index), exchange.annotation(of: index, catalog)?.text].compactMap { $0 }
        let text =
            "\(style(.dim, message.time.timeOfDay)) \(name(exchange)): \(exchange.summary(of: index, catalog))  "
            + style(.dim, path)
        return text + (words.isEmpty ? "" : "  " + catalog.joined(words)) + "\n"
    }

    /// The line of a finding.
    public func line(_ finding: Finding, _ exchange: Exchange) -> String {
        let role: TextStyle.Role = finding.severity == .error ? .bad : .caution
        let head = "\(exchange.lastTime.timeOfDay) \(name(exchange)): "
        let advice = finding.advice.first.map { " → " + $0 } ?? ""
        return style(.dim, head) + style(role, "\(catalog.word(finding.severity)) \(finding.rule)")
            + " (\(catalog.word(finding.confidence))): \(finding.message)\(advice)\n"
    }

    /// How many calls there were, by outcome, in a line without its end.
    public func calls(_ outcomes: [String: Int]) -> String {
        let parts = outcomes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
            "\(catalog.outcome($0.key)) \($0.value)"
        }
        let total = outcomes.values.reduce(0, +)
        return catalog.text(
            ReportPhrase.liveCalls, ["count": .number(total), "parts": .text(parts.joined(separator: ", "))])
    }

    /// How many findings there were, by severity, in a line without its end.
    public func findings(_ counts: [String: Int]) -> String {
        let parts = Severity.allCases.reversed().compactMap { severity in
            counts[severity.rawValue].map { "\(catalog.word(severity)) \($0)" }
        }
        return catalog.text(
            ReportPhrase.liveFindings,
            [
                "found": .choice(parts.isEmpty ? "none" : "some"),
                "parts": .text(parts.joined(separator: ", ")),
            ])
    }

    private func name(_ exchange: Exchange) -> String {
        catalog.text(
            ReportPhrase.liveName, ["kind": .choice(exchange.kind.rawValue), "id": .number(exchange.id)])
    }

    private func isNews(_ message: MessageRecord, _ exchange: Exchange) -> Bool {
        switch (exchange.kind, message.method) {
        case (.call, .ack), (.call, .prack), (.call, .options): false
        case (.call, .bye), (.call, .notify), (.call, .cancel), (.call, .update), (.call, .info):
            message.isRequest || message.status >= 300
        case (.call, _): message.status != 100
        case (_, .options): message.status >= 400
        case (_, .register), (_, .subscribe): message.status >= 200
        default: message.isRequest || message.status >= 300
        }
    }

    /// What the message means for the call, or for the leg of it that the message belongs to.
    private func news(_ exchange: Exchange, _ index: MessageIndex) -> String? {
        let message = exchange.messages[index]
        guard exchange.kind == .call else {
            return message.isRequest ? nil : exchange.legs.first.map { escaped(exchange.string($0.to)) }
        }
        switch message.method {
        case .invite where !message.flags.contains(.inDialog):
            guard let leg = leg(of: message, exchange) else { return nil }
            if message.isRequest {
                let from = escaped(exchange.string(exchange.legs[leg].from))
                return catalog.text(ReportPhrase.liveFrom, ["who": .text(from)])
            }
            guard (200...299).contains(message.status) else { return nil }
            return begin(ofLeg: leg, exchange).map {
                catalog.text(ReportPhrase.liveAnswered, ["after": .duration(message.time - $0)])
            }
        case .bye where message.isRequest:
            guard let dialog = exchange.dialogs.first(where: { $0.bye == index }) else { return nil }
            var values: PhraseValues = ["side": .choice(dialog.byeByCaller ? "caller" : "callee")]
            values["after"] = dialog.answerTime.map { .duration(message.time - $0) }
            return catalog.text(ReportPhrase.liveHungUp, values)
        default: return nil
        }
    }

    private func leg(of message: MessageRecord, _ exchange: Exchange) -> Int? {
        let transaction = Int(message.transaction)
        return exchange.transactions.indices.contains(transaction) ? exchange.transactions[transaction].leg : nil
    }

    private func begin(ofLeg leg: Int, _ exchange: Exchange) -> Timestamp? {
        exchange.transactions.first { $0.leg == leg && $0.isInitialInvite && $0.request != nil }?.startTime
    }
}
