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

    /// Its number.
    var id: Int { judged.summary.id }
    /// Its parties: those of a call, of a registration the user; escaped.
    func parties(_ timers: TimerValues) -> String {
        switch exchange.kind {
        case .call: Story(exchange, timers).names.text
        case .registration: CallNames.name(to)
        default: "\(CallNames.name(from)) → \(CallNames.name(to))"
        }
    }

    /// Its name for people: `call 1 (alice → bob)`.
    func title(_ timers: TimerValues) -> String { "\(exchange.kind.rawValue) \(id) (\(parties(timers)))" }

    /// The URI of From of the first leg, as received.
    var from: String { exchange.legs.first.map { exchange.string($0.from) } ?? "" }
    /// The URI of To of the first leg.
    var to: String { exchange.legs.first.map { exchange.string($0.to) } ?? "" }

    /// Its messages that repeat none, in the order of the capture.
    var messages: [MessageIndex] { exchange.messagesInOrder.filter { !exchange.messages[$0].isRepeat } }
    /// Whether there were more messages than are kept.
    var isCut: Bool { exchange.messageCount > exchange.messages.count }

    /// The frame of a message.
    func frame(_ message: MessageIndex?) -> FrameNumber? {
        message.flatMap { exchange.messages.indices.contains($0) ? exchange.messages[$0].frame : nil }
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
