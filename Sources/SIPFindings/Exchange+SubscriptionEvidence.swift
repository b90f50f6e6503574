import SIPDialogs
import SIPParsing
import TraceTypes

/// Words for subscriptions, and what several rules must know of them.
extension Exchange {
    /// `192.0.2.1:5060`, who asked for the subscription; where no SUBSCRIBE was seen, whom the NOTIFYs go to.
    func subscriber(of subscription: Subscription) -> String {
        if let request = subscription.requests.first { return client(of: transactions[request]) }
        return record(subscription.notifications.first?.message).map { "\(destination(of: $0))" } ?? "the subscriber"
    }

    /// ` to presence`; empty where the package is not known.
    func packageText(_ subscription: Subscription) -> String {
        subscription.package.isEmpty ? "" : " to \(escaped(subscription.package))"
    }

    /// The seconds that a SUBSCRIBE asks for.
    func requestedExpiry(_ request: TransactionIndex) -> UInt32? {
        number(.expires, of: transactions[request].request)
    }

    /// The reason in a NOTIFY's Subscription-State, in lower case.
    func terminationReason(_ notify: MessageIndex) -> String? {
        detail(.header(.subscriptionState), of: notify).flatMap {
            SubscriptionState(text.span, $0)?.reason?.lowercased()
        }
    }

    /// Whether another subscription of the dialog was told of by NOTIFYs with an Event that nobody asked for: they may
    /// have been meant for this one.
    func isToldUnderOtherEvent(_ subscription: Subscription) -> Bool {
        subscriptions.contains { $0.requests.isEmpty && $0.sharesDialog(with: subscription) }
    }

    /// The SUBSCRIBEs whose final response is a 2xx.
    var acceptedSubscribes: [TransactionIndex] {
        requests(.subscribe).filter { transactions[$0].isAnswered }
    }
}
