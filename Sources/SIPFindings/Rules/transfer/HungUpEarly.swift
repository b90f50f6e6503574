import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A transferor that hung up before it was told anything, and a transfer whose result is not known: had it failed,
    /// nobody was left to take the call back (RFC 5589 section 6). Where the result was told or seen after all, or the
    /// NOTIFY was refused, which is told of as such, there is no finding.
    static let hungUpEarly = Rule("transfer/hung-up-early", .warning, when: .init(methods: [.refer])) {
        exchange, context in
        exchange.transfers.compactMap { transfer in
            let deadline = exchange.finalNotifyDeadline(of: transfer, context.timers)
            guard transfer.isAccepted, !transfer.isSilent, let bye = transfer.transferorByeTime,
                bye < (transfer.responseTime ?? transfer.time) + context.timers.transactionTimeout,
                transfer.subscription.notifications.allSatisfy({ $0.time > bye && $0.answer < 300 }),
                exchange.outcome(of: transfer, context.timers) == .unconfirmed, !exchange.isUnsubscribed(transfer),
                !exchange.mayBeToldElsewhere(transfer), exchange.isShown(until: deadline, context)
            else { return nil }
            let dialog = exchange.dialogs.first { $0.byeTime == bye && $0.leg == transfer.leg }
            return Evidence(
                confidence: .observed, messages: [transfer.refer, transfer.response, dialog?.bye],
                message: [
                    "acceptance": exchange.acceptance(of: transfer), "after": .duration(bye - transfer.time),
                    "transferor": .text(exchange.client(of: exchange.transactions[transfer.transaction])),
                    "shown": .duration(exchange.observedUntil - transfer.time),
                ])
        }
    }
}
