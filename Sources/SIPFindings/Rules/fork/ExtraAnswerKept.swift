import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// Two devices that answered one INVITE, both acknowledged, and neither hung up on: a caller that wants one session
    /// ends the others with BYE (RFC 3261 section 13.2.2.4).
    ///
    /// Both answers must have come to the caller: an element that gives the callee's answer a tag of its own has one call.
    static let extraAnswerKept = Rule("fork/extra-answer-kept", .warning, when: .init(methods: [.invite])) {
        exchange, context in
        guard exchange.dialogs.count > 1 else { return [] }
        return exchange.requests(.invite).filter { exchange.transactions[$0].isInitialInvite }.compactMap { index in
            let kept = exchange.dialogs.indices.filter {
                let dialog = exchange.dialogs[$0]
                return dialog.invite == index && dialog.acknowledgement != nil && dialog.byeTime == nil
                    && exchange.answer(to: index, ofDialog: $0) != nil
            }.map { exchange.dialogs[$0] }
            guard kept.count > 1, let last = kept.compactMap(\.answerTime).max(),
                exchange.isShown(until: last + context.timers.transactionTimeout, context)
            else { return nil }
            let transaction = exchange.transactions[index]
            return Evidence(
                confidence: .observed,
                messages: [transaction.request] + kept.flatMap { [$0.answer, $0.acknowledgement] },
                message: [
                    "count": .number(kept.count), "client": .text(exchange.client(of: transaction)),
                    "shown": .duration(exchange.observedUntil - last),
                ])
        }
    }
}

extension Exchange {
    /// The 2xx of a dialog on the hop where its INVITE was first seen.
    fileprivate func answer(to invite: TransactionIndex, ofDialog dialog: Int) -> MessageIndex? {
        messages(ofDialog: dialog).first {
            Int(messages[$0].transaction) == invite && (200...299).contains(messages[$0].status)
        }
    }
}
