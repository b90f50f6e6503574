import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A BYE of the callee before the caller has acknowledged the answer, or while the call still rings (RFC 3261 section
    /// 15): until the ACK, or until it has waited 64*T1 for it, the callee must not hang up.
    ///
    /// An ACK that passes within T1 after the BYE crossed it. Where no ACK passes at all, that is the fault to tell.
    static let earlyBye = Rule("dialog/early-bye-by-callee", .error, when: .init(methods: [.bye])) {
        exchange, context in
        guard !context.hasLoss else { return [] }
        return exchange.dialogs.compactMap { dialog in
            guard let time = dialog.byeTime, !dialog.byeByCaller, let bye = exchange.record(dialog.bye),
                let index = exchange.beginning(of: dialog)
            else { return nil }
            let invite = exchange.transactions[index]
            let callee = PhraseValue.text("\(exchange.source(of: bye))")
            if exchange.isRinging(dialog, invite, at: time, context) {
                return Evidence(
                    confidence: .observed, messages: [invite.request, invite.provisional, dialog.bye],
                    message: .init("ringing", ["callee": callee, "elapsed": .duration(time - invite.startTime)]))
            }
            guard let answered = dialog.answerTime, answered <= time,
                time - answered < context.timers.transactionTimeout,
                let ack = exchange.record(dialog.acknowledgement), ack.time - time >= context.timers.t1
            else { return nil }
            return Evidence(
                confidence: .observed, messages: [dialog.answer, dialog.bye, dialog.acknowledgement],
                message: [
                    "callee": callee, "elapsed": .duration(time - answered), "early": .duration(ack.time - time),
                ])
        }
    }
}

extension Exchange {
    /// Whether a call is known not to be answered yet; a 2xx that passes within T1 after the BYE was overtaken by it.
    fileprivate func isRinging(
        _ dialog: Dialog, _ invite: Transaction, at bye: Timestamp, _ context: RuleContext
    ) -> Bool {
        let deadline = bye + context.timers.t1
        guard dialog.acknowledgement == nil, isShown(until: deadline, context) else { return false }
        return dialog.answerTime.map { $0 >= deadline } ?? (invite.finalStatus == 0)
    }
}
