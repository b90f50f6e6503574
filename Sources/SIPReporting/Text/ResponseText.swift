import SIPCatalog
import SIPDialogs
import SIPFindings
import TraceTypes

/// The response that a call failed with: what it means there, and what to do.
struct ResponseText {
    private let exchange: Exchange
    private let final: MessageIndex
    private let explanation: ResponseExplanation
    private let style: TextStyle
    private let catalog: Catalog
    /// What the text explains: calls with the same key need not be told the same again.
    let key: String

    /// Nil where no final response, or a good one, decided the call.
    init?(_ exchange: Exchange, _ report: Report, style: TextStyle) {
        guard let final = exchange.result(report.timers).final, exchange.messages[final].status >= 300,
            let explanation = exchange.explanation(of: final, report.catalog)
        else { return nil }
        self.exchange = exchange
        self.final = final
        self.style = style
        catalog = report.catalog
        self.explanation = explanation
        key = "\(explanation.entry.code)/\(explanation.situation ?? "")"
    }

    /// The explanation, without the advice that findings have given; `told` is the call where it stands already.
    func lines(toldAt told: Int?, without advised: Set<String>) -> [String] {
        let message = exchange.messages[final]
        let entry = explanation.entry
        let phrase = exchange.phrase(of: final)
        let name = phrase.isEmpty ? entry.name : "\(message.status) \(phrase)"
        let values: PhraseValues = [
            "name": .text(style(.heading, name)), "frame": .text("\(message.frame.rawValue)"),
        ]
        let head = catalog.text(ReportPhrase.responseHead, values)
        if let told {
            return ["  " + catalog.text(ReportPhrase.toldAt, ["head": .text(head), "call": .number(told)])]
        }
        var lines = ["  " + head]
        let sentences = [entry.meaning] + explanation.evidence
        lines += PlainText.wrap(sentences.joined(separator: " "), first: "    ", rest: "    ")
        let fix = entry.fix.filter { !advised.contains($0) }
        if !fix.isEmpty { lines.append("    " + catalog.text(ReportPhrase.advice)) }
        lines += fix.flatMap { PlainText.wrap($0, first: "      - ", rest: "        ") }
        let references = entry.references.map(\.description).joined(separator: "; ")
        guard !references.isEmpty else { return lines }
        let see = catalog.text(ReportPhrase.references, ["text": .text(references)])
        return lines + PlainText.wrap(see, first: "    ", rest: "    ")
    }
}
