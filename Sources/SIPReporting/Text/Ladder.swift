import SIPCatalog
import SIPDialogs
import SIPFindings
import SIPParsing
import TraceTypes

/// An exchange as a ladder: a line for each party, an arrow for each message, and what it means beside it.
struct Ladder {
    let exchange: Exchange
    let catalog: Catalog
    let style: TextStyle
    /// Messages shown; of more, the first and a count of the rest.
    var limit = 400
    /// What the capture says of frames.
    var comments: [FrameNumber: [String]] = [:]

    private static let timeWidth = 10
    private static let lane = 26
    /// Parties drawn as lanes; of more, all but the first share the last lane's side and are named in the text.
    private static let lanesDrawn = 5

    var lines: [String] {
        let copies = self.copies
        // A packet captured twice is shown once.
        let shown = exchange.messagesInOrder.prefix(limit)
        var lines = (legend + [head]).map { style(.dim, $0) }
        for index in shown where exchange.messages[index].original == nil {
            lines.append(line(index, copies[index] ?? []))
        }
        let rest = exchange.messageCount - shown.count
        if rest > 0 { lines.append(say(.moreMessages, ["count": .number(rest)])) }
        return lines
    }

    /// The copies of each message that was captured more than once.
    private var copies: [MessageIndex: [MessageIndex]] {
        var copies: [MessageIndex: [MessageIndex]] = [:]
        for index in exchange.messages.indices {
            if let original = exchange.messages[index].original { copies[original, default: []].append(index) }
        }
        return copies
    }

    private var parties: [Endpoint] { Array(exchange.endpoints.prefix(Self.lanesDrawn)) }

    private var head: String {
        var text = String(repeating: " ", count: Self.timeWidth)
        for (index, party) in parties.enumerated() {
            text.appendColumn(isLettered ? Self.letter(index) : party.description, Self.lane - 1)
        }
        return text.trimmed
    }

    /// Addresses too long to stand above their lanes, as those of IPv6 may be, are named by letters.
    private var isLettered: Bool { parties.contains { $0.description.columns > Self.lane - 1 } }

    private var legend: [String] {
        guard isLettered else { return [] }
        return parties.enumerated().map { "\(Self.letter($0)) = \($1)" }
    }

    private static func letter(_ index: Int) -> String {
        String(UnicodeScalar(UInt8(truncatingIfNeeded: 65 + index)))
    }

    private func line(_ index: MessageIndex, _ copies: [MessageIndex]) -> String {
        let message = exchange.messages[index]
        let time = (message.time - exchange.startTime).seconds(decimals: 3)
        let padded = String(repeating: " ", count: max(0, Self.timeWidth - 2 - time.count)) + time + "  "
        let label = label(index, message)
        var remarks =
            message.isRepeat
            ? []
            : [
                exchange.annotation(of: index, catalog)?.text, exchange.bodySummary(of: index, catalog),
                exchange.malformation(of: index, catalog),
            ]
            .compactMap { $0 }
        if let flags = flags(message) { remarks.append(flags) }
        if !copies.isEmpty { remarks.append(captured(message, copies)) }
        for frame in [message.frame] + copies.map({ exchange.messages[$0].frame }) {
            remarks += (comments[frame] ?? []).map { say(.comment, ["text": .text(escaped($0))]) }
        }
        let from = Int(message.source)
        let to = Int(message.destination)
        let drawn: String
        if max(from, to) < Self.lanesDrawn, from != to {
            drawn = arrow(label, from, to)
        } else {
            drawn = rails(0, parties.count)
            remarks.insert("\(exchange.source(of: message)) → \(exchange.destination(of: message)): \(label)", at: 0)
        }
        let remark = catalog.joined(remarks)
        return (padded + tinted(drawn, message) + (remark.isEmpty ? "" : "  " + style(.dim, remark))).trimmed
    }

    /// The arrow with its label, and the lines of the parties it does not touch.
    private func arrow(_ label: String, _ from: Int, _ to: Int) -> String {
        let left = min(from, to)
        let right = max(from, to)
        let room = (right - left) * Self.lane - 3
        let text = label.columns > room - 4 ? label.prefix(columns: room - 5) + "…" : label
        let dashes = room - text.columns - 2
        let before = String(repeating: "─", count: dashes / 2)
        let after = String(repeating: "─", count: dashes - dashes / 2)
        let shaft = from < to ? "\(before) \(text) \(after)▶" : "◀\(before) \(text) \(after)"
        return rails(0, left) + "│" + shaft + " │" + rails(right + 1, parties.count, after: right)
    }

    /// The lines of the parties from `first` up to `end`, none of them touched; after a touched one, with a gap.
    private func rails(_ first: Int, _ end: Int, after touched: Int? = nil) -> String {
        guard first < end else { return "" }
        let gap = String(repeating: " ", count: Self.lane - 1)
        if touched != nil { return (first..<end).map { _ in gap + "│" }.joined() }
        return (first..<end).map { _ in "│" + gap }.joined()
    }

    private func label(_ index: MessageIndex, _ message: MessageRecord) -> String {
        message.isRequest ? exchange.methodName(of: index) : exchange.response(index, catalog)
    }

    private func flags(_ message: MessageRecord) -> String? {
        if message.flags.contains(.duplicate) { return say(.capturedTwice) }
        if message.flags.contains(.responseLost) {
            return say(.responseLost)
        }
        if message.flags.contains(.retransmission) { return say(.retransmission) }
        if message.flags.contains(.truncated) { return say(.cutShort) }
        return message.flags.contains(.laterHop) ? say(.nextHop) : nil
    }

    /// How often a packet was captured, and where else than between the addresses shown.
    private func captured(_ message: MessageRecord, _ copies: [MessageIndex]) -> String {
        var paths: [String] = []
        for copy in copies.map({ exchange.messages[$0] })
        where copy.source != message.source || copy.destination != message.destination {
            let path = "\(exchange.source(of: copy)) → \(exchange.destination(of: copy))"
            if !paths.contains(path) { paths.append(path) }
        }
        return say(
            .capturedTimes, ["count": .number(copies.count + 1), "paths": .text(paths.joined(separator: ", "))])
    }

    private func say(_ phrase: ReportPhrase, _ values: PhraseValues = [:]) -> String { catalog.text(phrase, values) }

    private func tinted(_ text: String, _ message: MessageRecord) -> String {
        if message.isRepeat { return style(.dim, text) }
        switch message.status {
        case 200..<300: return style(.good, text)
        case 300..<400: return style(.caution, text)
        case 400...: return style(.bad, text)
        default: return text
        }
    }
}

extension String {
    /// Without blanks at the end.
    var trimmed: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
