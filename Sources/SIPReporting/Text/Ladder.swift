import SIPCatalog
import SIPDialogs
import SIPFindings
import SIPParsing
import TraceTypes

/// An exchange as a ladder: a line for each party, an arrow for each message, and what it means beside it.
package struct Ladder {
    /// A line of it.
    package struct Rung {
        /// The line, in the ladder's style.
        package var text: String
        /// The frame of its message; nil for the heads, and for what stands for several messages.
        package var frame: FrameNumber?
    }

    private let exchange: Exchange
    private let catalog: Catalog
    private let style: TextStyle
    private let limit: Int
    private let lanes: LadderLanes
    private let remarks: LadderRemarks

    private static let timeWidth = 10

    /// Makes the ladder of an exchange. `limit` messages are shown, and of more a count of the rest; `comments` is what the
    /// capture says of frames.
    package init(
        exchange: Exchange, catalog: Catalog, style: TextStyle, limit: Int = 400,
        comments: [FrameNumber: [String]] = [:]
    ) {
        self.exchange = exchange
        self.catalog = catalog
        self.style = style
        self.limit = limit
        lanes = LadderLanes(exchange.endpoints)
        remarks = LadderRemarks(exchange: exchange, catalog: catalog, comments: comments)
    }

    /// The lines without their frames.
    var lines: [String] { rungs.map(\.text) }

    /// The heads, and a line for each message; a packet captured twice is shown once.
    package var rungs: [Rung] {
        let copies = self.copies
        let shown = exchange.messagesInOrder.prefix(limit)
        var rungs = (lanes.legend + [head]).map { Rung(text: style(.dim, $0), frame: nil) }
        for index in shown where exchange.messages[index].original == nil {
            rungs.append(Rung(text: line(index, copies[index] ?? []), frame: exchange.messages[index].frame))
        }
        let rest = exchange.messageCount - shown.count
        if rest > 0 {
            let text = catalog.text(ReportPhrase.moreMessages, ["count": .number(rest)])
            rungs.append(Rung(text: text, frame: nil))
        }
        return rungs
    }

    /// The copies of each message that was captured more than once.
    private var copies: [MessageIndex: [MessageIndex]] {
        var copies: [MessageIndex: [MessageIndex]] = [:]
        for index in exchange.messages.indices {
            if let original = exchange.messages[index].original { copies[original, default: []].append(index) }
        }
        return copies
    }

    private var head: String { (String(repeating: " ", count: Self.timeWidth) + lanes.head).trimmed }

    private func line(_ index: MessageIndex, _ copies: [MessageIndex]) -> String {
        let message = exchange.messages[index]
        let time = (message.time - exchange.startTime).seconds(decimals: 3)
        let padded = String(repeating: " ", count: max(0, Self.timeWidth - 2 - time.count)) + time + "  "
        let label = message.isRequest ? exchange.methodName(of: index) : exchange.response(index, catalog)
        var remarks = remarks.remarks(on: index, copies)
        let arrow = lanes.arrow(label, from: Int(message.source), to: Int(message.destination))
        if arrow == nil {
            remarks.insert("\(exchange.source(of: message)) → \(exchange.destination(of: message)): \(label)", at: 0)
        }
        let remark = catalog.joined(remarks)
        let drawn = tinted(arrow ?? lanes.rails, message)
        return (padded + drawn + (remark.isEmpty ? "" : "  " + style(.dim, remark))).trimmed
    }

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
