import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A NOTIFY in the dialog of a REFER that both sides agreed to have no subscription for: `Refer-Sub: false` in the 2xx
    /// (RFC 4488 section 4), or `explicitsub` or `nosub` required and accepted (RFC 7614 sections 4.3 and 5.3). Where
    /// there are several REFERs, a NOTIFY without `id` may be for another.
    static let unwantedNotify = Rule("transfer/unwanted-notify", .error, when: .init(methods: [.refer])) {
        exchange, _ in
        exchange.transfers.compactMap { transfer in
            guard transfer.isSilent, (200...299).contains(transfer.responseStatus),
                transfer.subscription.requests.isEmpty,
                let notify = transfer.subscription.notifications.first,
                exchange.transfers.filter({ $0.leg == transfer.leg }).count == 1
            else { return nil }
            return Evidence(
                confidence: .proven,
                messages: [transfer.refer, transfer.response]
                    + transfer.subscription.notifications.map(\.message),
                message: [
                    "acceptance": exchange.acceptance(of: transfer),
                    "count": .number(transfer.subscription.notificationCount),
                    "after": .duration(notify.time - transfer.time),
                ])
        }
    }
}
