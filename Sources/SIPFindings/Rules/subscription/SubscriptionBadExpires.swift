import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A 2xx to SUBSCRIBE without Expires, or with more than was asked for (RFC 6665 sections 3.1.1 and 4.2.1.1).
    static let subscriptionBadExpires = Rule(
        "subscription/bad-expires", .error, when: .init(methods: [.subscribe])
    ) { exchange, _ in
        let wrong = exchange.acceptedSubscribes.filter { exchange.expiryFault($0) != nil }
        guard let first = wrong.first, let fault = exchange.expiryFault(first) else { return [] }
        let subscribe = exchange.transactions[first]
        let count = wrong.count > 1 ? " (\(wrong.count) times)" : ""
        return [
            Evidence(
                confidence: .proven,
                messages: wrong.flatMap { [exchange.transactions[$0].request, exchange.transactions[$0].final] },
                message:
                    "\(exchange.responder(of: first)) answered the SUBSCRIBE of \(exchange.client(of: subscribe)) with "
                    + "\(exchange.statusText(subscribe.finalStatus, subscribe.final)) and \(fault)\(count)")
        ]
    }
}

extension Exchange {
    fileprivate func expiryFault(_ index: TransactionIndex) -> String? {
        let subscribe = transactions[index]
        if lacks(.expires, subscribe.final) { return "no Expires, which violates that it tells the duration" }
        guard let asked = number(.expires, of: subscribe.request), let granted = number(.expires, of: subscribe.final),
            granted > asked
        else { return nil }
        return "Expires \(granted), which violates that it is not more than the \(asked) asked for"
    }
}
