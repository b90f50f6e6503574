import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A transfer whose result was told, and whose subscription was not ended with it (RFC 3515 section 2.4.7). The limit
    /// is that for a first NOTIFY, 64*T1 (RFC 6665 section 4.1.2.4). A challenge is no result, and after a BYE or an
    /// unsubscription the end may be told elsewhere.
    static let neverTerminated = Rule(
        "transfer/never-terminated", .warning, when: .init(methods: [.refer])
    ) { exchange, context in
        exchange.transfers.compactMap { transfer in
            guard let (status, told) = transfer.reported, status != 401, status != 407, told.state != .terminated,
                !(300...).contains(told.answer)
            else { return nil }
            let deadline = told.time + context.timers.transactionTimeout
            let isEnded = transfer.subscription.notifications.contains {
                $0.state == .terminated && $0.time >= told.time && $0.time < deadline
            }
            guard !isEnded, exchange.isShown(until: deadline, context), !exchange.isHungUp(transfer, before: deadline),
                !exchange.isUnsubscribed(transfer), !exchange.mayBeToldElsewhere(transfer)
            else { return nil }
            return Evidence(
                confidence: .observed, messages: [transfer.refer, told.message],
                message: [
                    "sender": exchange.sender(of: told.message), "target": exchange.referTarget(of: transfer),
                    "status": "\(status)", "limit": .duration(context.timers.transactionTimeout),
                ])
        }
    }
}
