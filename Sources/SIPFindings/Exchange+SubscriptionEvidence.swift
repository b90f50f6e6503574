import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

/// What is told of subscriptions, and what several rules must know of them.
extension Exchange {
    /// The event package; nil where it is not known.
    func packageName(of subscription: Subscription) -> PhraseValue? {
        subscription.package.isEmpty ? nil : .text(escaped(subscription.package))
    }

    /// The names of those of the header fields that a message is known to lack; nil where it lacks none.
    func names(_ headers: [HeaderName], lackingIn message: MessageIndex?) -> PhraseValue? {
        let lacking = headers.filter { lacks($0, message) }
        return lacking.isEmpty ? nil : .list(lacking.map { .text($0.rawValue) })
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
