import SIPCatalog
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

        return [
            Evidence(
                confidence: .proven,
                messages: wrong.flatMap { [exchange.transactions[$0].request, exchange.transactions[$0].final] },
                message: [
                    "responder": .text(exchange.responder(of: first)),
                    "client": .text(exchange.client(of: subscribe)),
                    "status": .text(exchange.statusText(subscribe.finalStatus, subscribe.final)),
                    "fault": .choice(fault),
                    "granted": exchange.number(.expires, of: subscribe.final).map { "\($0)" },
                    "asked": exchange.number(.expires, of: subscribe.request).map { "\($0)" },
                    "count": .number(wrong.count, above: 1),
                ])
        ]
    }
}

extension Exchange {
    /// What is wrong with the duration that a SUBSCRIBE was granted, if anything, as a case of the rule's text.
    fileprivate func expiryFault(_ index: TransactionIndex) -> String? {
        let subscribe = transactions[index]
        if lacks(.expires, subscribe.final) { return "missing" }
        guard let asked = number(.expires, of: subscribe.request), let granted = number(.expires, of: subscribe.final),
            granted > asked
        else { return nil }
        return "raised"
    }
}
