import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// The ACK of a 2xx that is sent to the URI of the INVITE, though the answer's Contact is another and no Route was
    /// given (RFC 3261 sections 13.2.2.4 and 12.2.1.1): it goes to where the INVITE went, which need not be where the
    /// callee is.
    ///
    /// Where the callee gets it all the same, as its silence shows, there is no harm.
    static let ackWrongRequestURI = Rule("ack/wrong-request-uri", .error, when: .init(facts: .repeated)) {
        exchange, context in
        exchange.dialogs.compactMap { dialog in
            guard let index = dialog.invite, let ack = exchange.record(dialog.acknowledgement),
                let (uri, contact) = exchange.strayTarget(ofAckIn: dialog, context.timers)
            else { return nil }
            return Evidence(
                confidence: .proven,
                messages: [exchange.transactions[index].request, dialog.answer, dialog.acknowledgement],
                message: [
                    "client": "\(exchange.source(of: ack))", "uri": .text(escaped(uri.text)),
                    "contact": .text(escaped(contact.text)),
                ])
        }
    }
}

extension Exchange {
    /// The Request-URI of the ACK and the Contact that should have been it, where the callee did not get the ACK.
    func strayTarget(ofAckIn dialog: Dialog, _ timers: TimerValues) -> (uri: SIPURI, contact: SIPURI)? {
        guard let index = dialog.invite, let ack = record(dialog.acknowledgement),
            transactions[index].viaCount == 1, lacks(.route, dialog.acknowledgement),
            source(of: ack).address == endpoints[Int(transactions[index].source)].address,
            !has(.recordRoute, dialog.answer), dialog.answerRepeats > 0,
            let last = dialog.lastAnswerTime, last - ack.time >= timers.t1,
            let uri = requestURI(of: dialog.acknowledgement),
            let invited = requestURI(of: transactions[index].request),
            let contact = contact(of: dialog.answer), uri.isEquivalent(to: invited), uri.host != contact.host
        else { return nil }
        return (uri, contact)
    }
}
