import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A NOTIFY of a transfer that the transferor refused after its own BYE, or although it told the result: the
    /// transferor gave the subscription up too soon. A BYE does not end it (RFC 6665 section 4.5.2), and a refusal does
    /// (section 4.2.2).
    ///
    /// A refusal that keeps the result from being told in a call that goes on is a transfer without a final NOTIFY.
    static let notifyRefused = Rule("transfer/notify-refused", .warning, when: .init(methods: [.refer])) {
        exchange, _ in
        exchange.transfers.compactMap { transfer in
            let refused = transfer.subscription.notifications.first {
                SubscriptionMachine.endsSubscription($0.answer)
                    && (exchange.isHungUp(transfer, before: $0.time) || ($0.sipfragStatus ?? 0) >= 200)
            }
            guard let refused, let notify = exchange.record(refused.message) else { return nil }
            let final = exchange.transaction(of: notify)?.final
            let bye = transfer.transferorByeTime.flatMap { $0 < refused.time ? $0 : nil }
            return Evidence(
                confidence: .proven, messages: [transfer.refer, transfer.response, refused.message, final],
                message: [
                    "transferor": "\(exchange.destination(of: notify))",
                    "told": refused.sipfragStatus.map { "\($0)" }, "target": exchange.referTarget(of: transfer),
                    "status": .text(exchange.statusText(refused.answer, final)),
                    "after": bye.map { .duration(refused.time - $0) },
                ],
                advice: .situation(refused.answer, "NOTIFY"))
        }
    }
}
