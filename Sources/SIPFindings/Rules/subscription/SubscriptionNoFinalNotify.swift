import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A subscription that its subscriber ended with `Expires: 0`, and no NOTIFY that says terminated within 64*T1 (RFC
    /// 6665 sections 4.1.2.3 and 4.2.1.4). A SUBSCRIBE that asks for the state once is answered in the same way.
    static let subscriptionNoFinalNotify = Rule(
        "subscription/no-final-notify", .warning, when: .init(methods: [.subscribe])
    ) { exchange, context in
        guard !context.hasLoss else { return [] }
        return exchange.subscriptions.compactMap { subscription in
            guard
                let last = subscription.requests.last(where: {
                    exchange.requestedExpiry($0) == 0 && exchange.transactions[$0].isAnswered
                })
            else { return nil }
            let subscribe = exchange.transactions[last]
            let deadline = subscribe.startTime + context.timers.transactionTimeout
            let isEnded = subscription.notifications.contains {
                ($0.state == .terminated || SubscriptionMachine.endsSubscription($0.answer)) && $0.time < deadline
            }
            guard !isEnded, subscribe.finalStatus != 204, exchange.isShown(until: deadline, context),
                !exchange.isToldUnderOtherEvent(subscription)
            else { return nil }
            let isOnPath = subscribe.viaCount == 1 || subscription.notificationCount > 0
            return Evidence(
                confidence: isOnPath ? .observed : .likely, messages: [subscribe.request, subscribe.final],
                message: [
                    "responder": .text(exchange.responder(of: last)), "client": .text(exchange.client(of: subscribe)),
                    "package": exchange.packageName(of: subscription),
                    "limit": .duration(context.timers.transactionTimeout),
                ])
        }
    }
}
