import SIPCatalog
import SIPDialogs
import TraceTypes
import SIPParsing

extension Rule {
    /// Credentials that are challenged again and again, without `stale=true`: they are wrong, and repeating them will not
    /// make them right (RFC 3261 section 22.2).
    ///
    /// One such challenge proves nothing: a nonce that ran out, and a server that does not say so, look the same. Nor do
    /// challenges that the client got over in the end.
    static let authLoop = Rule("auth/loop", .error, when: .init(headers: [.wwwAuthenticate, .proxyAuthenticate])) {
        exchange, context in
        guard exchange.transactions.contains(where: \.isRejectedCredentials) else { return [] }
        var runs: [RejectedRun] = []
        for index in exchange.transactions.indices where exchange.transactions[index].primary == nil {
            let transaction = exchange.transactions[index]
            let known = runs.firstIndex { $0.leg == transaction.leg && $0.method == transaction.method && $0.isOpen }
            if transaction.isRejectedCredentials, let realm = transaction.rejectedRealm {
                if let known, runs[known].realm == realm, runs[known].status == transaction.finalStatus {
                    runs[known].requests.append(index)
                } else {
                    if let known { runs[known].end() }
                    runs.append(RejectedRun(of: transaction, index, realm))
                }
            } else if let known, runs[known].isBroken(by: transaction) {
                runs[known].drop()
            }
        }
        return runs.filter { $0.requests.count > 1 && exchange.isLast($0, context) }.compactMap {
            exchange.evidence(of: $0)
        }
    }
}

/// Requests whose credentials were challenged again, with nothing between them that got through.
private struct RejectedRun {
    let leg: Int
    let method: SIPParsing.Method
    let realm: String
    let status: UInt16
    var requests: [TransactionIndex]
    private(set) var isOpen = true

    init(of request: Transaction, _ index: TransactionIndex, _ realm: String) {
        leg = request.leg
        method = request.method
        status = request.finalStatus
        self.realm = realm
        requests = [index]
    }

    /// Another challenge came between: what there is of the row counts if it is one.
    mutating func end() {
        isOpen = false
    }

    /// Credentials got through after all.
    mutating func drop() {
        requests = []
        isOpen = false
    }

    /// Whether a request shows that the credentials are good: it got past the challenge, or only the nonce was stale. A
    /// 403 is how some servers end a row of bad credentials (RFC 3261 section 22.1).
    func isBroken(by request: Transaction) -> Bool {
        guard request.hasCredentials, request.finalStatus != 0 else { return false }
        return request.finalStatus != 403
    }
}

extension Exchange {
    /// Whether the client had the time to try once more with other credentials, and the capture would show it. Three
    /// rejections are enough as they are.
    fileprivate func isLast(_ run: RejectedRun, _ context: RuleContext) -> Bool {
        if run.requests.count > 2 { return true }
        guard let last = run.requests.last, let rejected = transactions[last].finalTime else { return false }
        return isShown(until: rejected + .seconds(4), context)
    }

    fileprivate func evidence(of run: RejectedRun) -> Evidence? {
        guard let first = run.requests.first else { return nil }
        let request = transactions[first]
        return Evidence(
            confidence: .proven,
            messages: run.requests.flatMap { [transactions[$0].request, transactions[$0].final] },
            message: [
                "client": .text(client(of: request)), "method": requestMethod(of: request),
                "realm": .text(escaped(run.realm)), "count": .number(run.requests.count),
                "responder": .text(responder(of: first)), "status": "\(request.finalStatus)",
            ])
    }
}
