import SIPCatalog
import SIPDialogs
import SIPFindings
import TraceTypes

/// The response that a call failed with, or the silence: what it means there, and what to do.
struct ResponseText {
    private let exchange: Exchange
    /// The response, or the INVITE that got none.
    private let message: MessageIndex
    private let explanation: ResponseExplanation
    private let style: TextStyle
    private let catalog: Catalog
    /// What the text explains: calls with the same key need not be told the same again.
    let key: String

    /// Nil where the call did not fail, or not for certain.
    init?(_ exchange: Exchange, _ report: Report, style: TextStyle) {
        let result = exchange.result(report.timers)
        guard let invite = result.transaction, result.outcome != .answered, result.outcome != .undetermined,
            let message = result.final ?? exchange.transactions[invite].request,
            let explanation = result.outcome == .unanswered
                ? exchange.explanationOfSilence(after: invite, report.catalog)
                : exchange.explanation(of: message, report.catalog)
        else { return nil }
        self.exchange = exchange
        self.message = message
        self.style = style
        self.explanation = explanation
        catalog = report.catalog
        key = "\(explanation.entry.code)/\(explanation.situation ?? "")"
    }

    /// The explanation, without the advice that findings have given; `told` is the call where advice for the same
    /// situation stands already.
    func lines(toldAt told: Int?, without advised: Set<String>) -> [String] {
        let message = exchange.messages[message]
        let entry = explanation.entry
        let name = message.isRequest ? catalog.text(ReportPhrase.noResponse) : exchange.response(self.message, catalog)
        let values: PhraseValues = [
            "name": .text(style(.heading, name)), "frame": .text("\(message.frame.rawValue)"),
        ]
        let head = catalog.text(ReportPhrase.responseHead, values)
        let sentences = ([entry.meaning] + explanation.evidence).joined(separator: " ")
        var lines = ["  " + head] + PlainText.wrap(sentences, first: "    ", rest: "    ")
        if let told { return lines + ["    " + catalog.text(ReportPhrase.toldAt, ["call": .number(told)])] }
        let fix = entry.fix.filter { !advised.contains($0) }
        if !fix.isEmpty { lines.append("    " + catalog.text(ReportPhrase.advice)) }
        lines += fix.flatMap { PlainText.wrap($0, first: "      - ", rest: "        ") }
        let references = catalog.joined(entry.references.map(\.description))
        guard !references.isEmpty else { return lines }
        let see = catalog.text(ReportPhrase.references, ["text": .text(references)])
        return lines + PlainText.wrap(see, first: "    ", rest: "    ")
    }
}
