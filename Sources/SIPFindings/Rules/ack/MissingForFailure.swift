import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A final response of 300 or above to an INVITE that is repeated because its ACK never comes (RFC 3261 sections
    /// 17.1.1.3 and 17.2.1): each hop acknowledges it on its own, so the ACK takes the way of the INVITE.
    ///
    /// A client that repeats its INVITE did not get the response, and cannot acknowledge it: that is another finding.
    static let missingAckForFailure = Rule("ack/missing-for-failure", .error, when: .init(facts: .repeated)) {
        exchange, context in
        exchange.transactions.indices.compactMap { index in
            let transaction = exchange.transactions[index]
            guard exchange.lacksAckForFailure(index, context),
                !exchange.hops(of: index).contains(where: {
                    exchange.transactions[$0].viaCount < transaction.viaCount
                        && exchange.lacksAckForFailure($0, context)
                })
            else { return nil }
            return Evidence(
                confidence: .observed, messages: [transaction.request, transaction.final],
                message: [
                    "server": .text(exchange.server(of: transaction)),
                    "client": .text(exchange.client(of: transaction)),
                    "status": .text(exchange.statusText(transaction.finalStatus, transaction.final)),
                    "repeats": .number(transaction.finalRepeats), "wait": .duration(context.timers.transactionTimeout),
                ])
        }
    }
}

extension Exchange {
    fileprivate func lacksAckForFailure(_ index: TransactionIndex, _ context: RuleContext) -> Bool {
        let transaction = transactions[index]
        guard transaction.method == .invite, transaction.finalStatus >= 300, transaction.finalRepeats > 1,
            transaction.acknowledgement == nil, transaction.repeatsAfterResponse == 0,
            let request = record(transaction.request), let since = transaction.finalTime
        else { return false }
        return request.time <= since && isShown(until: since + context.timers.transactionTimeout, context)
    }
}
