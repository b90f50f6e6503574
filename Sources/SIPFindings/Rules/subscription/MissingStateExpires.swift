import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A NOTIFY that says active or pending and not for how long (RFC 6665 section 4.2.2). RFC 3265 left it to the
    /// notifier, so that older ones do so, and subscribers are warned to expect it.
    static let missingStateExpires = Rule(
        "subscription/missing-state-expires", .warning, when: .init(methods: [.subscribe])
    ) { exchange, _ in
        exchange.subscriptions.compactMap { subscription in
            let wrong = subscription.notifications.filter {
                ($0.state == .active || $0.state == .pending) && $0.expires == nil
                    && exchange.record($0.message).map(exchange.isWhole) == true
            }
            guard !subscription.requests.isEmpty, let first = wrong.first else { return nil }

            return Evidence(
                confidence: .proven, messages: wrong.map(\.message),
                message: [
                    "sender": exchange.sender(of: first.message), "package": exchange.packageName(of: subscription),
                    "state": first.state == .active ? "active" : "pending", "count": .number(wrong.count, above: 1),
                ])
        }
    }
}
