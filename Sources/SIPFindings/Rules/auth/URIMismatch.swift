import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// Credentials that were made for another URI than the Request-URI, and that the server does not accept.
    ///
    /// Forwarding proxies change the Request-URI, so that a difference alone is no error (RFC 3261 section 22.4): it
    /// counts only in a request that no proxy has touched, and where credentials of this kind never got through.
    static let uriMismatch = Rule(
        "auth/uri-mismatch", .warning, when: .init(headers: [.authorization, .proxyAuthorization])
    ) { exchange, _ in
        let concerned = exchange.firstHops.filter {
            exchange.transactions[$0].hasOtherDigestURI && exchange.transactions[$0].viaCount == 1
                && exchange.transactions[$0].request != nil
        }
        // Where the credentials are challenged again and again, that is told already.
        guard !exchange.firstHops.contains(where: { exchange.transactions[$0].isRejectedCredentials }) else {
            return []
        }
        return exchange.groups(of: concerned) { Culprit($0, $0.method.name) }.compactMap { group in
            let failed = group.filter { exchange.transactions[$0].finalStatus == 403 }
            let gotThrough = group.contains {
                let status = exchange.transactions[$0].finalStatus
                return status != 0 && status != 403 && exchange.transactions[$0].rejectedRealm == nil
            }
            guard !gotThrough, let first = failed.first else { return nil }
            let request = exchange.transactions[first]
            return Evidence(
                confidence: .likely,
                messages: failed.flatMap { [exchange.transactions[$0].request, exchange.transactions[$0].final] },
                message: [
                    "client": .text(exchange.client(of: request)), "method": exchange.requestMethod(of: request),
                    "target": .text(exchange.target(of: request)), "responder": .text(exchange.responder(of: first)),
                    "status": "\(request.finalStatus)", "count": .number(failed.count, above: 1),
                ])
        }
    }
}
