import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A SUBSCRIBE that asks again for what a NOTIFY had ended with `rejected`, `noresource` or `invariant`: the client is
    /// not to subscribe again (RFC 6665 section 4.1.3). One that crossed with the NOTIFY is none: it follows within T1.
    static let repeatedAfterEnd = Rule(
        "subscription/repeated-after-end", .error, when: .init(methods: [.subscribe])
    ) { exchange, context in
        exchange.subscriptions.compactMap { subscription in
            guard
                let end = subscription.notifications.first(where: {
                    $0.state == .terminated && (200...299).contains($0.answer)
                }),
                let reason = exchange.terminationReason(end.message),
                ["rejected", "noresource", "invariant"].contains(reason)
            else { return nil }
            let again = subscription.requests.filter {
                exchange.transactions[$0].startTime > end.time + context.timers.t1 && exchange.requestedExpiry($0) != 0
            }
            guard let first = again.first else { return nil }
            let subscribe = exchange.transactions[first]

            return Evidence(
                confidence: .observed, messages: [end.message] + again.map { exchange.transactions[$0].request },
                message: [
                    "client": .text(exchange.client(of: subscribe)), "package": exchange.packageName(of: subscription),
                    "after": .duration(subscribe.startTime - end.time), "reason": .text(reason),
                    "more": .number(again.count - 1, above: 0),
                ])
        }
    }
}
