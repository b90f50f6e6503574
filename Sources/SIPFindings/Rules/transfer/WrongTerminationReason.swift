import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A transfer that is over and whose subscription ended for another reason than `noresource` (RFC 3515 section 2.4.7).
    ///
    /// The reason of a subscription that the transferor ended is `timeout`, and a transferee that takes its consent back
    /// may say when to try again.
    static let wrongTerminationReason = Rule(
        "transfer/wrong-termination-reason", .warning, when: .init(methods: [.refer])
    ) { exchange, _ in
        exchange.transfers.compactMap { transfer in
            guard let (status, _) = transfer.reported,
                let end = transfer.subscription.notifications.first(where: { $0.state == .terminated }),
                exchange.isUnasked(transfer), let value = exchange.detail(.header(.subscriptionState), of: end.message),
                let state = SubscriptionState(exchange.text.span, value)
            else { return nil }
            let reason = state.reason?.lowercased()
            guard reason != "noresource", status < 300 || !["rejected", "probation", "giveup"].contains(reason) else {
                return nil
            }
            return Evidence(
                confidence: .proven, messages: [transfer.refer, end.message],
                message: [
                    "sender": exchange.sender(of: end.message), "target": exchange.referTarget(of: transfer),
                    "reason": reason.map { .text(escaped($0)) } ?? .choice("none"), "status": "\(status)",
                ])
        }
    }
}

extension Exchange {
    /// Whether the transferor was not seen to ask anything of the subscription.
    fileprivate func isUnasked(_ transfer: Transfer) -> Bool {
        transfer.subscription.requests.isEmpty && !isUnsubscribed(transfer)
    }
}
