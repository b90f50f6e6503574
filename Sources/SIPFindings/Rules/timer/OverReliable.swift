import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A request that was sent again over a transport that loses nothing (RFC 3261 section 17.1.1.2: Timer A is for
    /// unreliable transports alone). Segments that TCP repeats are put together before SIP is read, so it was the client.
    ///
    /// A client whose connection broke sends the request again on a new one, from another port.
    static let overReliable = Rule("timer/retransmission-over-reliable", .warning, when: .init(facts: .repeated)) {
        exchange, _ in
        let repeats = exchange.messages.indices.filter { exchange.isNeedlessRepeat(exchange.messages[$0]) }
        guard let first = repeats.first, let transaction = exchange.transaction(of: exchange.messages[first]) else {
            return []
        }
        let own = repeats.filter { exchange.messages[$0].transaction == exchange.messages[first].transaction }
        return [
            Evidence(
                confidence: .proven, messages: [transaction.request] + own.prefix(8).map { $0 },
                message: [
                    "client": .text(exchange.client(of: transaction)),
                    "server": .text(exchange.server(of: transaction)),
                    "method": exchange.requestMethod(of: transaction), "repeats": .number(own.count),
                    "transport": .text(transaction.transport.name),
                ])
        ]
    }
}

extension Exchange {
    fileprivate func isNeedlessRepeat(_ record: MessageRecord) -> Bool {
        guard record.isRequest, record.method != .ack, record.transport.isReliable,
            record.flags.contains(.retransmission), let transaction = transaction(of: record)
        else { return false }
        return transaction.transport.isReliable && transaction.primary == nil && record.source == transaction.source
            && record.destination == transaction.destination
    }
}
