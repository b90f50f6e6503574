import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A transfer that was reported on, but whose result never was (RFC 3515 section 2.4.5).
    ///
    /// The target may ring for long. So while the subscription that the NOTIFYs announced runs, the finding is a likely
    /// one, and while the referred INVITE is seen to ring there is none. Consent withdrawn is a result of its own, and a
    /// body that cannot be read a fault of its own.
    static let noFinalNotify = Rule("transfer/no-final-notify", .warning, when: .init(methods: [.refer])) {
        exchange, context in
        guard !context.hasLoss else { return [] }
        return exchange.transfers.compactMap { transfer in
            guard transfer.isAccepted, transfer.reported == nil, let last = transfer.subscription.last,
                !exchange.isUnsubscribed(transfer), exchange.sipfragFault(last) == nil
            else { return nil }
            let deadline = exchange.finalNotifyDeadline(of: transfer, context.timers)
            let evidence = [transfer.refer, transfer.response, last.message]
            var values: PhraseValues = [
                "acceptance": exchange.acceptance(of: transfer), "after": .duration(last.time - transfer.time),
                "told": last.sipfragStatus.map { "\($0)" } ?? .choice("nothing"),
            ]
            if last.state == .terminated {
                let isKnown = exchange.finalStatus(of: transfer, context.timers) != nil
                guard !exchange.isConsentWithdrawn(last.message), !isKnown || exchange.observedUntil >= deadline else {
                    return nil
                }
                return Evidence(confidence: .proven, messages: evidence, message: .init("ended", values))
            }
            guard exchange.observedUntil >= deadline, !exchange.isHungUp(transfer, before: deadline),
                !exchange.mayBeToldElsewhere(transfer)
            else { return nil }
            if last.answer >= 300 {
                values["answer"] = "\(last.answer)"
                return Evidence(
                    confidence: .proven, messages: evidence + [exchange.answer(to: last)],
                    message: .init("refused", values),
                    advice: .situation(last.answer, "NOTIFY"))
            }
            let isExpired = last.expires.map { last.time + .seconds(Int64($0)) <= exchange.observedUntil } ?? false
            values["subscription"] = isExpired ? .choice("expired") : nil
            values["waited"] = .duration(exchange.observedUntil - last.time)
            return Evidence(
                confidence: isExpired ? .observed : .likely, severity: isExpired ? .error : nil, messages: evidence,
                message: .init("", values))
        }
    }
}

extension Exchange {
    /// `terminated;reason=rejected` (RFC 6665 section 4.1.3), which is told as a failed transfer.
    fileprivate func isConsentWithdrawn(_ notify: MessageIndex) -> Bool {
        detail(.header(.subscriptionState), of: notify).flatMap { SubscriptionState(text.span, $0)?.reason }
            == "rejected"
    }

    /// The final response to a NOTIFY.
    fileprivate func answer(to notification: Subscription.Notification) -> MessageIndex? {
        let transaction = Int(messages[notification.message].transaction)
        return transactions.indices.contains(transaction) ? transactions[transaction].final : nil
    }
}
