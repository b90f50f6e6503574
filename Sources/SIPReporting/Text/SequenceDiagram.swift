import SIPCatalog
import SIPDialogs
import SIPFindings
import TraceTypes

/// An exchange as a Mermaid sequence diagram, which many places that show Markdown draw.
package struct SequenceDiagram {
    private let exchange: Exchange
    private let catalog: Catalog
    private let limit: Int

    /// Columns of a label, and of a note.
    private static let labelWidth = 60
    private static let noteWidth = 80

    /// Makes the diagram of an exchange. `limit` messages are shown, and of more a count of the rest.
    package init(exchange: Exchange, catalog: Catalog, limit: Int = 100) {
        self.exchange = exchange
        self.catalog = catalog
        self.limit = limit
    }

    /// The lines, without a fence around them.
    package var lines: [String] {
        let messages = exchange.messagesInOrder.filter { exchange.messages[$0].original == nil }
        let shown = messages.prefix(limit)
        let parties = Set(shown.flatMap { [exchange.messages[$0].source, exchange.messages[$0].destination] }).sorted()
        let letters = parties.indices.map { PartyLetter.of($0) }
        let names = Dictionary(uniqueKeysWithValues: zip(parties, letters))
        var lines = ["sequenceDiagram"]
        for party in parties where exchange.endpoints.indices.contains(Int(party)) {
            lines.append(
                "    participant \(names[party] ?? "") as \(MermaidText.escaped("\(exchange.endpoints[Int(party)])"))")
        }
        for index in shown { lines += self.lines(of: index, names) }
        // Those that were not kept are among the rest; copies are not.
        let rest = messages.count - shown.count + exchange.messageCount - exchange.messages.count
        if rest > 0, let first = parties.first, let last = parties.last {
            lines.append(
                note(catalog.text(ReportPhrase.moreMessages, ["count": .number(rest)]), names[first], names[last]))
        }
        return lines
    }

    private func lines(of index: MessageIndex, _ names: [UInt8: String]) -> [String] {
        let message = exchange.messages[index]
        let (source, destination) = (names[message.source], names[message.destination])
        guard let source, let destination else { return [] }
        var label = Self.short(exchange.summary(of: index, catalog), Self.labelWidth)
        let remarks = LadderRemarks(exchange: exchange, catalog: catalog, comments: [:])
        if message.isRepeat, let repeated = remarks.flags(message) { label += " (\(repeated))" }
        let arrow = message.isRequest ? "->>" : "-->>"
        let line = "    \(source)\(arrow)\(destination): \(MermaidText.escaped(label))"
        // What a response of success means, everybody knows.
        guard !message.isRepeat, message.isRequest || message.status >= 300,
            let annotation = exchange.annotation(of: index, catalog)?.text, !annotation.isEmpty
        else { return [line] }
        return [line, note(annotation, source, destination)]
    }

    private func note(_ text: String, _ source: String?, _ destination: String?) -> String {
        let places = source == destination ? [source] : [source, destination]
        return "    Note over \(places.compactMap { $0 }.joined(separator: ",")): "
            + MermaidText.escaped(Self.short(text, Self.noteWidth))
    }

    private static func short(_ text: String, _ width: Int) -> String {
        text.columns > width ? text.prefix(columns: width - 1) + "…" : text
    }
}
