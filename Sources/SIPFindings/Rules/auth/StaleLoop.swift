import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A server that calls every nonce stale, also the one that it has just given (RFC 3261 section 22.2 with RFC 2617
    /// section 3.2.1): as a rule several servers that do not know each other's nonces.
    ///
    /// One stale nonce is normal, and two are bad luck; it counts from the third in a row, with nothing that got
    /// through between them. A client that goes on using an old nonce is itself to blame.
    static let staleLoop = Rule(
        "auth/stale-loop", .warning, when: .init(headers: [.wwwAuthenticate, .proxyAuthenticate])
    ) { exchange, _ in
        guard exchange.transactions.contains(where: \.isStaleNonce) else { return [] }
        let requests = exchange.firstHops.filter {
            exchange.transactions[$0].hasCredentials && exchange.transactions[$0].finalStatus != 0
        }
        return exchange.groups(of: requests) { "\($0.leg) \($0.method.name)" }.compactMap { group in
            let runs = group.split { !exchange.transactions[$0].isStaleNonce }
            guard let run = runs.max(by: { $0.count < $1.count }), run.count > 2, let first = run.first,
                let realm = exchange.transactions[first].rejectedRealm, !exchange.reusesNonce(run)
            else { return nil }
            let request = exchange.transactions[first]
            return Evidence(
                confidence: .observed,
                messages: run.flatMap { [exchange.transactions[$0].request, exchange.transactions[$0].final] },
                message: [
                    "responder": .text(exchange.responder(of: first)), "count": .number(run.count),
                    "method": exchange.requestMethod(of: request), "client": .text(exchange.client(of: request)),
                    "status": "\(request.finalStatus)", "realm": .text(escaped(realm)),
                ])
        }
    }
}

extension Exchange {
    /// Whether one of the requests has a nonce of the one before it.
    fileprivate func reusesNonce(_ run: ArraySlice<TransactionIndex>) -> Bool {
        zip(run, run.dropFirst()).contains { first, next in
            let nonces = transactions[first].nonceUses.map(\.nonce)
            return transactions[next].nonceUses.contains { nonces.contains($0.nonce) }
        }
    }
}
