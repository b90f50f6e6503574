import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A response to a request that did not pass, though the capture had been running for long enough and shows requests
    /// on that way (RFC 3261 sections 17.1.3 and 18.1.2): the request took another path, or the response is for somebody
    /// else.
    ///
    /// A capture that begins in the middle, one of a single direction and one with losses look the same.
    static let orphanResponse = Rule("transaction/orphan-response", .warning, when: .init(facts: .lostRequest)) {
        exchange, context in
        guard !context.hasLoss else { return [] }
        let orphans = exchange.transactions.indices.filter { exchange.isOrphan($0, context) }
        guard let first = orphans.first else { return [] }
        let transaction = exchange.transactions[first]
        guard let message = exchange.messages.firstIndex(where: { Int($0.transaction) == first }) else { return [] }
        let response = exchange.messages[message]
        return [
            Evidence(
                confidence: .likely, messages: [message],
                message: [
                    "server": .text(exchange.server(of: transaction)),
                    "client": .text(exchange.client(of: transaction)),
                    "status": .text(exchange.statusText(response.status, message)),
                    "method": .text(transaction.method.name), "number": "\(transaction.cseq)",
                    "wait": .duration(transaction.waitBefore(context.timers)),
                    "more": .number(orphans.count - 1, above: 0),
                ])
        ]
    }
}

extension Exchange {
    fileprivate func isOrphan(_ index: TransactionIndex, _ context: RuleContext) -> Bool {
        let transaction = transactions[index]
        let client = endpoints[Int(transaction.source)].address
        let server = endpoints[Int(transaction.destination)].address
        return transaction.isFromResponse && transaction.request == nil && transaction.primary == nil
            && transaction.method != .ack && transaction.method != .other
            && context.directions.contains(from: client, to: server)
            && transaction.startTime - context.captureStart >= transaction.waitBefore(context.timers)
            && !transactions.contains {
                $0.cseq == transaction.cseq && $0.method == transaction.method && $0.request != nil
            }
    }
}

extension Transaction {
    /// How long before its response a request may have passed.
    fileprivate func waitBefore(_ timers: TimerValues) -> TimeSpan {
        method == .invite ? timers.timerC : timers.transactionTimeout
    }
}
