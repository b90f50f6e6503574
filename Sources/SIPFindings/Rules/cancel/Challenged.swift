import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A CANCEL that is challenged: it cannot be sent again with credentials, so servers must not ask for any (RFC 3261
    /// section 22.1).
    static let cancelChallenged = Rule("cancel/challenged", .error, when: .init(methods: [.cancel])) { exchange, _ in
        let challenged = exchange.transactions.filter {
            $0.method == .cancel && ($0.finalStatus == 401 || $0.finalStatus == 407)
        }
        guard let cancel = challenged.first else { return [] }
        return [
            Evidence(
                confidence: .proven, messages: [cancel.request, cancel.final],
                message: [
                    "server": .text(exchange.server(of: cancel)), "client": .text(exchange.client(of: cancel)),
                    "status": .text(exchange.statusText(cancel.finalStatus, cancel.final)),
                    "count": .number(challenged.count, above: 1),
                ])
        ]
    }
}
