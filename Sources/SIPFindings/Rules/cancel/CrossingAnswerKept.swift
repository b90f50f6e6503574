import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// An answer that crossed the CANCEL, which then has no effect (RFC 3261 section 9.2), and a caller that neither
    /// acknowledges it nor ends the call: it took the CANCEL for the end. One that acknowledges may go on with the call
    /// (section 15), which is worth knowing where the user had given it up.
    static let crossingAnswerKept = Rule("cancel/crossing-answer-kept", .error, when: .init(methods: [.cancel])) {
        exchange, context in
        exchange.dialogs.compactMap { dialog in
            guard let index = exchange.beginning(of: dialog), let answered = dialog.answerTime,
                let cancelled = exchange.transactions[index].cancelTime
            else { return nil }
            let isLost = exchange.isLeftUnanswered(dialog, context)
            let isKept =
                dialog.acknowledgement != nil && dialog.byeTime == nil
                && exchange.isShown(until: answered + context.timers.transactionTimeout, context)
            guard isLost || isKept else { return nil }
            let invite = exchange.transactions[index]
            let isBefore = answered < cancelled
            return Evidence(
                confidence: .observed, severity: isLost ? nil : .info,
                messages: [invite.request, invite.cancel, dialog.answer, dialog.acknowledgement],
                message: [
                    "client": .text(exchange.client(of: invite)), "server": .text(exchange.server(of: invite)),
                    "elapsed": .duration(isBefore ? cancelled - answered : answered - cancelled),
                    "order": .choice(isBefore ? "before" : "after"), "lack": .choice(isLost ? "both" : "bye"),
                    "shown": .duration(exchange.observedUntil - answered),
                ])
        }
    }
}
