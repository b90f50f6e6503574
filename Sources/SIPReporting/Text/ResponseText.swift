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
        self.explanation = explanation
        key = "\(explanation.entry.code)/\(explanation.situation ?? "")"
    }

    /// The explanation, without the advice that findings have given; `told` is the call where it stands already.
    func lines(toldAt told: Int?, without advised: Set<String>) -> [String] {
        let message = exchange.messages[final]
        let entry = explanation.entry
        let phrase = exchange.phrase(of: final)
        let name = phrase.isEmpty ? entry.name : "\(message.status) \(phrase)"
        let head = "\(style(.heading, name)) (frame \(message.frame.rawValue))"
        if let told { return ["  \(head): as for call \(told)"] }
        var lines = ["  " + head]
        let sentences = [entry.meaning] + explanation.evidence
        lines += PlainText.wrap(sentences.joined(separator: " "), first: "    ", rest: "    ")
        let fix = entry.fix.filter { !advised.contains($0) }
        if !fix.isEmpty { lines.append("    What to do:") }
        lines += fix.flatMap { PlainText.wrap($0, first: "      - ", rest: "        ") }
        let references = entry.references.map(\.description).joined(separator: "; ")
        return lines + (references.isEmpty ? [] : PlainText.wrap("See: " + references, first: "    ", rest: "    "))
    }
}
