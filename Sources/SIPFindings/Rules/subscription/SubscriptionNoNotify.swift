import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A SUBSCRIBE that was accepted, and no NOTIFY before Timer N ran out (RFC 6665 sections 4.1.2.4 and 4.2.1.2).
    ///
    /// None is due after a 204 (RFC 5839 section 6.3). One that was asked to end the subscription has a rule of its own,
    /// and one that names another Event as well.
    static let subscriptionNoNotify = Rule(
        "subscription/no-notify", .error, when: .init(methods: [.subscribe])
    ) { exchange, context in
        guard !context.hasLoss else { return [] }
        return exchange.subscriptions.compactMap { subscription in
            let silent = subscription.requests.filter { exchange.isUnnotified($0, subscription, context) }
            guard let first = silent.first, !exchange.isToldUnderOtherEvent(subscription), !subscription.isFork else {
                return nil
            }
            let subscribe = exchange.transactions[first]
            let isOnPath = subscribe.viaCount == 1 || subscription.notificationCount > 0
            return Evidence(
                confidence: isOnPath ? .observed : .likely,
                messages: silent.flatMap { [exchange.transactions[$0].request, exchange.transactions[$0].final] },
                message: [
                    "responder": .text(exchange.responder(of: first)),
                    "package": exchange.packageName(of: subscription),
                    "client": .text(exchange.client(of: subscribe)),
                    "status": .text(exchange.statusText(subscribe.finalStatus, subscribe.final)),
                    "limit": .duration(context.timers.transactionTimeout),
                ])
        }
    }
}

extension Exchange {
    fileprivate func isUnnotified(
        _ index: TransactionIndex, _ subscription: Subscription, _ context: RuleContext
    ) -> Bool {
        let subscribe = transactions[index]
        let deadline = subscribe.startTime + context.timers.transactionTimeout
        guard subscribe.isAnswered, subscribe.finalStatus != 204, subscribe.request != nil, requestedExpiry(index) != 0,
            number(.expires, of: subscribe.final) != 0, isShown(until: deadline, context)
        else { return false }
        let isEnded = subscription.notifications.contains { $0.state == .terminated && $0.time < subscribe.startTime }
        return !isEnded
            && !subscription.notifications.contains { $0.time >= subscribe.startTime && $0.time < deadline }
    }
}
