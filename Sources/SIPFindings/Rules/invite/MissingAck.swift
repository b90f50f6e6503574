import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A 2xx to an INVITE that nobody acknowledges (RFC 3261 sections 13.2.2.4 and 13.3.1.4).
    ///
    /// The callee repeats its 2xx until the ACK arrives, and then hangs up. So a callee that repeats it once or twice, or
    /// not at all, and does not hang up has got the ACK on another way; and where the ACK need not pass the capture point,
    /// as without Record-Route it does not pass a proxy, only one that goes on repeating for long shows that there was
    /// none. A caller that had cancelled the call is told of by the rule on that.
    static let missingAck = Rule("invite/missing-ack", .error, when: .init(methods: [.invite])) { exchange, context in
        guard !context.hasLoss else { return [] }
        return exchange.dialogs.indices.compactMap { place in
            let dialog = exchange.dialogs[place]
            guard let answered = dialog.answerTime, dialog.acknowledgement == nil, let index = dialog.invite,
                exchange.transactions[index].request != nil, !exchange.hasStrayAck(index),
                exchange.wrongAck(inDialog: place) == nil,
                !exchange.isLeftUnanswered(dialog, context),
                exchange.observedUntil - answered >= context.timers.transactionTimeout
            else { return nil }
            let repeats = dialog.answerRepeats
            let last = (dialog.lastAnswerTime ?? answered) - answered
            // The 2xx is repeated after 0.5, 1.5, 3.5, 7.5, 11.5 and 15.5 s, which is 31*T1, and so on.
            let keptRepeating = last >= context.timers.t1 * 31
            let gaveUp = !dialog.byeByCaller && dialog.byeTime.map { $0 - answered >= context.timers.t1 * 60 } == true
            guard keptRepeating || (exchange.ackWouldPass(dialog) && (repeats > 2 || gaveUp)) else { return nil }
            let invite = exchange.transactions[index]
            let status = dialog.answer.map { exchange.messages[$0].status } ?? invite.finalStatus
            return Evidence(
                confidence: repeats > 0 ? .observed : .likely, messages: [invite.request, dialog.answer, dialog.bye],
                message: [
                    "server": .text(exchange.responder(of: index)), "client": .text(exchange.client(of: invite)),
                    "status": .text(exchange.statusText(status, dialog.answer)), "repeats": .number(repeats, above: 0),
                    "over": .duration(last), "wait": .duration(context.timers.transactionTimeout),
                    "side": .choice(dialog.byeByCaller ? "caller" : "callee"),
                    "hung-up": dialog.byeTime.map { .duration($0 - answered) },
                ])
        }
    }
}

extension Exchange {
    /// Whether an ACK for the INVITE passed whose tags fit none of its dialogs.
    fileprivate func hasStrayAck(_ index: TransactionIndex) -> Bool {
        guard let ack = transactions[index].acknowledgement else { return false }
        return !dialogs.contains { $0.acknowledgement == ack }
    }

    /// Whether the ACK takes the path of the INVITE: it was sent by the caller itself, to the very address that the
    /// answer's Contact names.
    func ackWouldPass(_ dialog: Dialog) -> Bool {
        guard let index = dialog.invite, transactions[index].viaCount == 1,
            let contact = detail(.header(.contact), of: dialog.answer),
            let host = NameAddress(text.span, contact)?.uri.host
        else { return false }
        return host == "\(endpoints[Int(transactions[index].destination)].address)"
            || host == "[\(endpoints[Int(transactions[index].destination)].address)]"
    }
}
