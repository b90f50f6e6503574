import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A subscription that one side has lost: NOTIFYs, or SUBSCRIBEs that refresh it, are answered 481 again and again
    /// (RFC 6665 sections 4.1.2.2 and 4.2.2). One 481 is how a subscription ends; after it the notifier has to remove the
    /// subscription, and the subscriber to begin a new one.
    static let subscriptionLostState = Rule(
        "subscription/lost-state", .warning, when: .init(methods: [.subscribe, .notify])
    ) {
        exchange, _ in
        exchange.subscriptions.compactMap { subscription in
            guard !subscription.requests.isEmpty || exchange.isPartial else { return nil }
            let notifies = subscription.notifications.compactMap { notification in
                exchange.record(notification.message).map { Int($0.transaction) }
            }
            let refused = (notifies + subscription.requests)
                .filter { exchange.transactions.indices.contains($0) && exchange.transactions[$0].finalStatus == 481 }
                .sorted { exchange.transactions[$0].startTime < exchange.transactions[$1].startTime }
            guard let index = refused.first, refused.count > 1 else { return nil }
            let first = exchange.transactions[index]
            return Evidence(
                confidence: .proven,
                messages: refused.flatMap { [exchange.transactions[$0].request, exchange.transactions[$0].final] },
                message: [
                    "responder": .text(exchange.responder(of: index)), "count": .number(refused.count),
                    "package": exchange.packageName(of: subscription), "method": .text(first.method.name),
                    "client": .text(exchange.client(of: first)),
                ],
                advice: .situation(481, first.method.name))
        }
    }
}
