import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A NOTIFY without Event or without Subscription-State (RFC 6665 sections 4.2.2 and 8.2.1). Those that nobody asked
    /// for are a habit of their own, and are not judged.
    static let subscriptionIncompleteNotify = Rule(
        "subscription/incomplete-notify", .error, when: .init(methods: [.subscribe])
    ) { exchange, _ in
        exchange.subscriptions.compactMap { subscription in
            let wrong = subscription.notifications.filter { exchange.lackingFields(of: $0.message) != nil }
            guard !subscription.requests.isEmpty, let first = wrong.first,
                let names = exchange.lackingFields(of: first.message)
            else { return nil }

            return Evidence(
                confidence: .proven, messages: wrong.map(\.message),
                message: [
                    "sender": exchange.sender(of: first.message), "package": exchange.packageName(of: subscription),
                    "lacking": names, "count": .number(wrong.count, above: 1),
                ])
        }
    }
}
