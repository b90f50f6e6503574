import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// An INVITE without a session description whose 2xx makes the offer, and an ACK without the answer (RFC 3261 section
    /// 13.2.1): the callee does not know where to send its media.
    ///
    /// Where a reliable provisional response has made the offer, PRACK carries the answer (RFC 3262 section 5).
    static let ackMissingAnswer = Rule("ack/missing-answer", .error, when: .init(facts: .session)) { exchange, _ in
        guard !exchange.traits.headers.contains(.rSeq) else { return [] }
        return exchange.requests(.invite).compactMap { index in
            let transaction = exchange.transactions[index]
            guard transaction.isAnswered, exchange.lacks(.contentType, transaction.request),
                exchange.detail(.sessionDescription, of: transaction.final) != nil,
                exchange.lacks(.contentType, transaction.acknowledgement),
                let ack = exchange.record(transaction.acknowledgement)
            else { return nil }
            return Evidence(
                confidence: .proven, messages: [transaction.request, transaction.final, transaction.acknowledgement],
                message: "\(exchange.source(of: ack)) acknowledged the "
                    + "\(exchange.statusText(transaction.finalStatus, transaction.final)), which made the offer, without a "
                    + "session description: the answer to that offer is missing")
        }
    }
}
