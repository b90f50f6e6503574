import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// An INVITE without a session description whose 2xx makes the offer, and an ACK without the answer (RFC 3261 section
    /// 13.2.2.4): the callee does not know where to send its media.
    ///
    /// Where a reliable provisional response has made the offer, PRACK carries the answer (RFC 3262 section 5).
    static let ackMissingAnswer = Rule("ack/missing-answer", .error, when: .init(facts: .session)) { exchange, _ in
        let isReliable = !exchange.traits.headers.isDisjoint(with: [HeaderSet(.rSeq), HeaderSet(.rAck)])
        guard !isReliable else { return [] }
        return exchange.requests(.invite).compactMap { index in
            let transaction = exchange.transactions[index]
            guard transaction.isAnswered, exchange.lacks(.contentType, transaction.request),
                exchange.detail(.sessionDescription, of: transaction.final) != nil,
                exchange.lacks(.contentType, transaction.acknowledgement),
                let ack = exchange.record(transaction.acknowledgement)
            else { return nil }
            return Evidence(
                confidence: .proven, messages: [transaction.request, transaction.final, transaction.acknowledgement],
                message: [
                    "client": "\(exchange.source(of: ack))", "server": .text(exchange.server(of: transaction)),
                    "status": .text(exchange.statusText(transaction.finalStatus, transaction.final)),
                ])
        }
    }
}
