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
                exchange.transactions[index].viaCount == 1, exchange.lacks(.route, dialog.acknowledgement),
                !exchange.has(.recordRoute, dialog.answer), dialog.answerRepeats > 0,
                let last = dialog.lastAnswerTime, last - ack.time >= context.timers.t1,
                let uri = exchange.requestURI(of: dialog.acknowledgement),
                let invited = exchange.requestURI(of: exchange.transactions[index].request),
                let contact = exchange.contact(of: dialog.answer), uri.isEquivalent(to: invited),
                uri.host != contact.host
            else { return nil }
            return Evidence(
                confidence: .proven,
                messages: [exchange.transactions[index].request, dialog.answer, dialog.acknowledgement],
                message:
                    "\(exchange.source(of: ack)) sent the ACK to \(escaped(uri.text)), the URI of its INVITE, though the "
                    + "answer's Contact is \(escaped(contact.text)); the callee went on repeating its answer")
        }
    }
}
