import SIPCatalog
import SIPDialogs
import SIPFindings
import TraceTypes

/// The response that ended a call: what it means there, and what to do.
struct ResponseText {
    private let exchange: Exchange
    private let final: MessageIndex
    private let entry: CatalogEntry
    private let style: TextStyle
    /// What the text explains: calls with the same key need not be told the same again.
    let key: String

    /// Nil where no final response decided the call.
    init?(_ exchange: Exchange, _ report: Report, style: TextStyle) {
        guard let final = exchange.result(report.timers).final else { return nil }
        let status = Int(exchange.messages[final].status)
        let situation = exchange.annotation(of: final, report.catalog)?.situation
        self.exchange = exchange
        self.final = final
        self.style = style
        entry = report.catalog.entry(for: status, situation: situation)
        key = "\(status)/\(situation ?? "")"
    }

    /// The explanation; `told` is the call where it stands already.
    func lines(toldAt told: Int?) -> [String] {
        let message = exchange.messages[final]
        let phrase = exchange.phrase(of: final)
        let name = phrase.isEmpty ? entry.name : "\(message.status) \(phrase)"
        let head = "\(style(.heading, name)) from \(exchange.source(of: message)) (frame \(message.frame.rawValue))"
        if let told { return ["  \(head): as for call \(told)"] }
        var lines = ["  " + head]
        lines += PlainText.wrap(entry.meaning, first: "    ", rest: "    ")
        if !entry.fix.isEmpty { lines.append("    What to do:") }
        lines += entry.fix.flatMap { PlainText.wrap($0, first: "      - ", rest: "        ") }
        let references = entry.references.map(\.description).joined(separator: "; ")
        return lines + (references.isEmpty ? [] : PlainText.wrap("See: " + references, first: "    ", rest: "    "))
    }
}
