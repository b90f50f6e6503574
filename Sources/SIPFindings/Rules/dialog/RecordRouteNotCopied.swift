import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A 2xx to an INVITE without Record-Route, though the INVITE had it on the same hop: whoever answers copies it (RFC
    /// 3261 section 12.1.1). The caller then sends ACK and BYE past the proxies.
    ///
    /// Of several hops, the one nearest to the callee shows who left it out.
    static let recordRouteNotCopied = Rule(
        "dialog/record-route-not-copied", .warning, when: .init(headers: [.recordRoute])
    ) { exchange, _ in
        let index = exchange.transactions.indices.filter {
            let transaction = exchange.transactions[$0]
            return transaction.isInitialInvite && transaction.isAnswered
                && exchange.has(.recordRoute, transaction.request) && exchange.lacks(.recordRoute, transaction.final)
        }.max { exchange.transactions[$0].viaCount < exchange.transactions[$1].viaCount }
        guard let index else { return [] }
        let transaction = exchange.transactions[index]
        return [
            Evidence(
                confidence: .proven, messages: [transaction.request, transaction.final],
                message: [
                    "server": .text(exchange.server(of: transaction)),
                    "status": .text(exchange.statusText(transaction.finalStatus, transaction.final)),
                ])
        ]
    }
}
