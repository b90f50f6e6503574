import SIPCatalog
import SIPDialogs
import TraceTypes
import SIPParsing

extension Rule {
    /// A REFER that was accepted, and then nothing: no NOTIFY at all (RFC 3515 section 2.4.4; deadline: Timer N, RFC 6665
    /// section 4.1.2.4).
    ///
    /// None is due when both sides agreed on that (RFC 4488, RFC 7614). After a BYE of the transferor it may have gone
    /// elsewhere, and NOTIFYs that do not say which REFER they are about may be about this one: such cases are left alone.
    static let noNotify = Rule("transfer/no-notify", .error, when: .init(methods: [.refer])) { exchange, context in
        guard !context.hasLoss else { return [] }
        return exchange.transfers.compactMap { transfer in
            guard (200...299).contains(transfer.responseStatus), let accepted = transfer.responseTime,
                transfer.subscription.notificationCount == 0, !transfer.isSilent
            else { return nil }
            let deadline = accepted + context.timers.transactionTimeout
            guard exchange.observedUntil >= deadline, !exchange.isHungUp(transfer, before: deadline),
                !exchange.isUnsubscribed(transfer), !exchange.mayBeToldElsewhere(transfer)
            else { return nil }
            let refer = exchange.transactions[transfer.transaction]
            let referred = transfer.referredInvite.map { exchange.transactions[$0] }
            return Evidence(
                confidence: refer.viaCount > 1 || !refer.isInDialog ? .likely : .observed,
                messages: [transfer.refer, transfer.response, referred?.request],
                message: [
                    "acceptance": exchange.acceptance(of: transfer),
                    "waited": .duration(exchange.observedUntil - accepted),
                    "limit": .duration(context.timers.transactionTimeout),
                    "invite": referred.map { .text(exchange.target(of: $0)) } ?? .choice("unseen"),
                ])
        }
    }
}
