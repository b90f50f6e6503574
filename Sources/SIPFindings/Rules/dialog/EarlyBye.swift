import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A BYE of the callee before the caller has acknowledged the answer, or while the call still rings (RFC 3261 section
    /// 15): until the ACK, or until it has waited 64*T1 for it, the callee must not hang up.
    ///
    /// Where the ACK takes another way than the INVITE its absence says nothing.
    static let earlyBye = Rule("dialog/early-bye-by-callee", .error, when: .init(methods: [.bye])) {
        exchange, context in
        exchange.dialogs.compactMap { dialog in
            guard let bye = dialog.byeTime, !dialog.byeByCaller, let invite = dialog.invite,
                exchange.transactions[invite].request != nil
            else { return nil }
            let server = exchange.server(of: exchange.transactions[invite])
            guard let answered = dialog.answerTime, answered <= bye else {
                guard !context.hasLoss,
                    exchange.transactions[invite].finalStatus == 0
                        || dialog.answerTime.map({ $0 > bye }) == true
                else { return nil }
                return Evidence(
                    confidence: .observed, messages: [exchange.transactions[invite].request, dialog.bye],
                    message:
                        "\(server) sent BYE while the call was not answered; a callee ends it with a final response")
            }
            guard bye - answered < context.timers.transactionTimeout, exchange.isBeforeAck(bye, dialog, context) else {
                return nil
            }
            return Evidence(
                confidence: .observed, messages: [dialog.answer, dialog.acknowledgement, dialog.bye],
                message: "\(server) sent BYE \(bye - answered) after its answer, before the ACK had come")
        }
    }
}

extension Exchange {
    /// Whether a BYE passed before the ACK did, or without one where it would have been seen.
    fileprivate func isBeforeAck(_ bye: Timestamp, _ dialog: Dialog, _ context: RuleContext) -> Bool {
        if let ack = record(dialog.acknowledgement) { return ack.time - bye >= context.timers.t1 }
        return dialog.answerRepeats == 0 && ackWouldPass(dialog)
            && isShown(until: bye + context.timers.transactionTimeout, context)
    }
}
