import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// An ACK of a 2xx whose CSeq number is not that of its INVITE (RFC 3261 section 13.2.2.4): the callee cannot tell
    /// what it acknowledges. Clients that answered a challenge take the number of the INVITE that was challenged.
    ///
    /// Later in the dialog the ACK may be for a further INVITE.
    static let ackWrongSequence = Rule(
        "ack/wrong-sequence", .error, when: .init(facts: [.irregular, .failure])
    ) { exchange, context in
        guard !context.hasLoss else { return [] }
        return exchange.dialogs.indices.compactMap { place in
            guard let index = exchange.dialogs[place].invite, let found = exchange.wrongAck(inDialog: place),
                let ack = exchange.record(found)
            else { return nil }
            let invite = exchange.transactions[index]
            return Evidence(
                confidence: .proven, messages: [invite.request, exchange.dialogs[place].answer, found],
                message: [
                    "client": "\(exchange.source(of: ack))", "number": "\(ack.cseq)", "invite-number": "\(invite.cseq)",
                    "status": .text(exchange.statusText(invite.finalStatus, exchange.dialogs[place].answer)),
                ])
        }
    }
}

extension Exchange {
    /// The first ACK of a dialog's answer, where it has the number of no INVITE that may have been answered.
    func wrongAck(inDialog place: Int) -> MessageIndex? {
        let dialog = dialogs[place]
        guard let index = dialog.invite, transactions[index].request != nil, let answered = dialog.answerTime else {
            return nil
        }
        let invite = transactions[index]
        let first = messages.indices.first {
            messages[$0].method == .ack && messages[$0].isRequest && messages[$0].dialog == place
        }
        guard let ack = record(first), isWhole(ack), ack.cseq != invite.cseq, ack.time >= answered,
            dialog.acknowledgement == nil || dialog.acknowledgement == first,
            source(of: ack).address == endpoints[Int(invite.source)].address,
            !transactions.contains(where: {
                $0.method == .invite && $0.leg == invite.leg && $0.cseq == ack.cseq && $0.finalStatus < 300
            })
        else { return nil }
        return first
    }
}
