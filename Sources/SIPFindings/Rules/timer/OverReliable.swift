import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A request that was sent again over a transport that loses nothing (RFC 3261 section 17.1.1.2: Timer A is for
    /// unreliable transports alone). Segments that TCP repeats are put together before SIP is read, so it was the client.
    static let overReliable = Rule("timer/retransmission-over-reliable", .warning, when: .init(facts: .repeated)) {
        exchange, _ in
        let repeats = exchange.messages.indices.filter {
            let record = exchange.messages[$0]
            return record.isRequest && record.method != .ack && record.transport.isReliable
                && record.flags.contains(.retransmission)
        }
        guard let first = repeats.first, let transaction = exchange.transaction(of: exchange.messages[first]) else {
            return []
        }
        let count = repeats.count == 1 ? "once" : "\(repeats.count) times"
        return [
            Evidence(
                confidence: .proven, messages: [transaction.request] + repeats.prefix(8).map { $0 },
                message: "\(exchange.client(of: transaction)) sent the \(transaction.method.name) to "
                    + "\(exchange.server(of: transaction)) again \(count) over \(transaction.transport.name), which "
                    + "delivers it without that")
        ]
    }
}
