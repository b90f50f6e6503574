import SIPDialogs
import TraceTypes
import SIPParsing

extension Rule {
    /// A 2xx to an INVITE that nobody acknowledges (RFC 3261 sections 13.2.2.4 and 13.3.1.4).
    ///
    /// The callee repeats its 2xx until the ACK arrives, so a 2xx that is not repeated, on a path that the ACK need not
    /// take, says nothing: without Record-Route the ACK goes past the proxy where the capture was made.
    static let missingAck = Rule("invite/missing-ack", .error) { exchange, context in
        guard !context.hasLoss else { return [] }
        return exchange.dialogs.compactMap { dialog in
            guard let answered = dialog.answerTime, dialog.acknowledgement == nil, let index = dialog.invite,
                exchange.transactions[index].request != nil, exchange.transactions[index].acknowledgement == nil,
                exchange.observedUntil - answered >= context.timers.transactionTimeout,
                dialog.answerRepeats > 0 || exchange.ackWouldPass(dialog)
            else { return nil }
            let repeats = dialog.answerRepeats
            let last = (dialog.lastAnswerTime ?? answered) - answered
            let sent = repeats > 0 ? ", repeated it \(repeats) \(repeats == 1 ? "time" : "times") over \(last)" : ""
            let bye = dialog.byeTime.map { time in
                "; the \(dialog.byeByCaller ? "caller" : "callee") hung up with BYE \(time - answered) after the answer"
            }
            let invite = exchange.transactions[index]
            return Evidence(
                confidence: .observed, messages: [invite.request, dialog.answer, dialog.bye],
                message: "\(exchange.server(of: invite)) answered the INVITE of \(exchange.client(of: invite)) with "
                    + "\(exchange.statusText(invite.finalStatus, dialog.answer))\(sent), and in the "
                    + "\(context.timers.transactionTimeout) that the ACK has, none passed\(bye ?? "")")
        }
    }
}

extension Exchange {
    /// Whether the ACK takes the path of the INVITE: it was sent by the caller itself, to the very address that the
    /// answer's Contact names.
    fileprivate func ackWouldPass(_ dialog: Dialog) -> Bool {
        guard let index = dialog.invite, transactions[index].viaCount == 1,
            let contact = detail(.header(.contact), of: dialog.answer),
            let host = NameAddress(text.span, contact)?.uri.host
        else { return false }
        return host == "\(endpoints[Int(transactions[index].destination)].address)"
            || host == "[\(endpoints[Int(transactions[index].destination)].address)]"
    }
}
