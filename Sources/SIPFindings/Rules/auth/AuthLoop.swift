import SIPDialogs
import TraceTypes
import SIPParsing

extension Rule {
    /// Credentials that are challenged again and again, without `stale=true`: they are wrong, and repeating them will not
    /// make them right (RFC 3261 section 22.2).
    static let authLoop = Rule("auth/loop", .error) { exchange, _ in
        var rejected: [TransactionIndex] = []
        for index in exchange.transactions.indices where exchange.transactions[index].primary == nil {
            let transaction = exchange.transactions[index]
            guard transaction.isRejectedCredentials, let realm = transaction.rejectedRealm else { continue }
            if let last = rejected.last,
                exchange.transactions[last].method != transaction.method
                    || exchange.transactions[last].rejectedRealm != realm
            {
                continue
            }
            rejected.append(index)
        }
        guard rejected.count > 1, let first = rejected.first else { return [] }
        let request = exchange.transactions[first]
        return [
            Evidence(
                confidence: .proven,
                messages: rejected.flatMap { [exchange.transactions[$0].request, exchange.transactions[$0].final] },
                message: "\(exchange.client(of: request)) sent \(request.method.name) with credentials for the realm "
                    + "\"\(escaped(request.rejectedRealm ?? ""))\" \(rejected.count) times, and each time "
                    + "\(exchange.server(of: request)) challenged it again with \(request.finalStatus) and without "
                    + "stale=true: user name, password, or realm is wrong")
        ]
    }
}
