import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A NOTIFY for the second or a later REFER of a dialog that does not say for which, or one with an `id` that is the
    /// CSeq number of no REFER (RFC 3515 section 2.4.6). The `id` may be left out for the first REFER alone.
    ///
    /// A NOTIFY without `id` is taken to be for the first REFER while that one's subscription goes on. What a capture
    /// that begins late, or lost something, does not show may explain an unknown `id`.
    static let wrongEventID = Rule("transfer/wrong-event-id", .error, when: .init(methods: [.refer])) {
        exchange, context in
        guard !context.hasLoss, !exchange.isPartial else { return [] }
        return exchange.unnamedNotifies + exchange.misnamedNotifies
    }
}

extension Exchange {
    fileprivate var unnamedNotifies: [Evidence] {
        transfers.indices.compactMap { place in
            let transfer = transfers[place]
            let source = transactions[transfer.transaction].source
            let earlier = transfers[..<place].first {
                $0.leg == transfer.leg && (200...299).contains($0.responseStatus)
                    && transactions[$0.transaction].source == source
            }
            let unnamed = transfer.subscription.notifications.filter { has(.event, $0.message) && eventID($0) == nil }
            guard let earlier, transactions[transfer.transaction].isInDialog, let first = unnamed.first else {
                return nil
            }
            return Evidence(
                confidence: .proven, messages: [earlier.refer, transfer.refer] + unnamed.map(\.message),
                message: [
                    "sender": sender(of: first.message), "target": referTarget(of: transfer),
                    "cseq": "\(transfer.cseq)",
                ])
        }
    }

    fileprivate var misnamedNotifies: [Evidence] {
        let wrong = irregularities.filter { $0.kind == .unknownEventID }
        guard let first = wrong.first, let notify = first.message,
            let id = detail(.header(.event), of: notify).flatMap({ EventHeader(text.span, $0)?.id })
        else { return [] }
        return [
            Evidence(
                confidence: .proven, messages: [first.other] + wrong.map(\.message),
                message: .init(
                    "unknown",
                    [
                        "sender": sender(of: notify), "id": .text(escaped(id)), "count": .number(transfers.count),
                        "numbers": .list(transfers.map { "\($0.cseq)" }),
                    ]))
        ]
    }

    private func eventID(_ notification: Subscription.Notification) -> String? {
        detail(.header(.event), of: notification.message).flatMap { EventHeader(text.span, $0)?.id }
    }
}
