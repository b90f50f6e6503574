import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A NOTIFY of a transfer whose subscription the same notifier had ended with terminated (RFC 6665 section 4.1.3).
    ///
    /// A NOTIFY that was challenged is sent again, and one that overtook another has the lower CSeq number.
    static let notifyAfterEnd = Rule("transfer/notify-after-end", .error, when: .init(methods: [.refer])) {
        exchange, context in
        guard !context.hasLoss else { return [] }
        return exchange.transfers.compactMap { transfer in
            let late = transfer.subscription.notificationsAfterEnd.filter { pair in
                guard let end = exchange.record(pair.end.message), let later = exchange.record(pair.later.message)
                else {
                    return false
                }
                return later.cseq > end.cseq
            }
            guard let first = late.first else { return nil }
            return Evidence(
                confidence: .observed,
                messages: [transfer.refer, first.end.message] + late.map(\.later.message),
                message: [
                    "sender": exchange.sender(of: first.later.message), "target": exchange.referTarget(of: transfer),
                    "after": .duration(first.later.time - first.end.time), "more": .number(late.count - 1, above: 0),
                ])
        }
    }
}
