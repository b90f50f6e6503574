import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A CANCEL that is challenged: it cannot be sent again with credentials, so servers must not ask for any (RFC 3261
    /// section 22.1).
    static let cancelChallenged = Rule("cancel/challenged", .error, when: .init(methods: [.cancel])) { exchange, _ in
        exchange.requests(.cancel).compactMap { index in
            let cancel = exchange.transactions[index]
            guard cancel.finalStatus == 401 || cancel.finalStatus == 407 else { return nil }
            return Evidence(
                confidence: .proven, messages: [cancel.request, cancel.final],
                message: "\(exchange.server(of: cancel)) answered the CANCEL of \(exchange.client(of: cancel)) with "
                    + "\(exchange.statusText(cancel.finalStatus, cancel.final)), which no client can satisfy")
        }
    }
}
