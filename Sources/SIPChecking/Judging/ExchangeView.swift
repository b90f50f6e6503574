import SIPDialogs
import SIPParsing
import SIPReporting
import TraceTypes

/// An exchange that expectations are held against.
struct ExchangeView {
    /// What is known of it.
    let judged: JudgedExchange
    /// Its messages.
    let exchange: Exchange
    /// The URI of From of the first leg, as received.
    let from: ReadURI
    /// The URI of To of the first leg.
    let to: ReadURI

    /// Reads how it is found.
    init(judged: JudgedExchange, exchange: Exchange) {
        self.judged = judged
        self.exchange = exchange
        let leg = exchange.legs.first
        from = ReadURI(leg.map { exchange.string($0.from) } ?? "")
        to = ReadURI(leg.map { exchange.string($0.to) } ?? "")
    }

    /// Its number.
    var id: Int { judged.summary.id }
    /// Its name for people: `call 1 (alice → bob)`.
    func title(_ timers: TimerValues) -> String { "\(exchange.kind.rawValue) \(id) (\(judged.parties(timers)))" }

    /// Its messages that repeat none, in the order of the capture.
    var messages: [MessageIndex] { exchange.messagesInOrder.filter { !exchange.messages[$0].isRepeat } }
    /// Whether there were more messages than are kept.
    var isCut: Bool { exchange.messageCount > exchange.messages.count }

    /// The frame of a message.
    func frame(_ message: MessageIndex?) -> FrameNumber? {
        message.flatMap { exchange.messages.indices.contains($0) ? exchange.messages[$0].frame : nil }
    }

    /// The INVITE or REGISTER that it began with; nil where that is not in the trace.
    var firstRequest: MessageIndex? {
        guard !exchange.isPartial else { return nil }
        return messages.first { message in
            let record = exchange.messages[message]
            return record.isRequest && (record.method == .invite || record.method == .register)
        }
    }

    /// The frame of its first message.
    var firstFrame: FrameNumber? { exchange.messagesInOrder.first.flatMap { frame($0) } }

    /// The reason phrase of a final response, as received; nil where it was not kept.
    func reason(of final: MessageIndex?) -> String? {
        exchange.detail(.reasonPhrase, of: final).map { exchange.string($0) }
    }

    /// `603 Decline`.
    func statusText(_ status: UInt16, _ final: MessageIndex?) -> String {
        let reason = reason(of: final).map(SeenText.shown) ?? ""
        return reason.isEmpty ? "\(status)" : "\(status) \(reason)"
    }

    /// Until when the trace shows it, in words.
    var end: String { exchange.isEvicted ? "as far as it was followed" : "at the end of the trace" }
}
