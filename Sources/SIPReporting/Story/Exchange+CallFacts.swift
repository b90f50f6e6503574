import SIPDialogs
import SIPParsing
import TraceTypes

/// Finding what the facts of a call rest on.
extension Exchange {
    /// The responses to a request, as seen on its hop, each once.
    func responses(to index: TransactionIndex) -> [(index: MessageIndex, message: MessageRecord)] {
        messages.indices.lazy.filter {
            Int(messages[$0].transaction) == index && !messages[$0].isRequest && !messages[$0].isRepeat
        }.map { ($0, messages[$0]) }
    }

    /// The dialog that a result's answer made; of a call that began before the capture, the one that is left.
    func answeredDialog(of result: AttemptResult, leg: Int?) -> Dialog? {
        let answered = result.transaction.flatMap { index in
            dialogs.first { $0.invite == (transactions[index].primary ?? index) && $0.answerTime != nil }
        }
        if answered == nil, result.outcome == .answered,
            let other = dialogs.first(where: { (leg == nil || $0.leg == leg) && $0.answerTime != nil })
        {
            return other
        }
        return answered ?? dialogs.first { $0.invite == nil && (leg == nil || $0.leg == leg) && isPartial }
    }

    /// The leg from which redirects led to this one.
    func rootLeg(of leg: Int) -> Int {
        var root = leg
        for _ in legs.indices {
            guard legs.indices.contains(root), case .redirect(let index) = legs[root].origin,
                redirects.indices.contains(index)
            else { break }
            root = transactions[redirects[index].transaction].leg
        }
        return root
    }

    /// Of the hops on which an INVITE got a status, the one nearest to the callee.
    func decidingHop(of index: TransactionIndex) -> TransactionIndex {
        let first = transactions[index].primary ?? index
        let status = transactions[index].finalStatus
        return transactions.indices.filter {
            ($0 == first || transactions[$0].primary == first) && transactions[$0].finalStatus == status
        }.max { transactions[$0].viaCount < transactions[$1].viaCount } ?? index
    }

    /// Who gave the final response to an INVITE.
    func decision(on index: TransactionIndex) -> CallFacts.Decision? {
        guard transactions[index].final != nil else { return nil }
        let hop = transactions[decidingHop(of: index)]
        let software = header(.server, of: hop.final) ?? header(.userAgent, of: hop.final)
        return CallFacts.Decision(
            address: endpoints[Int(hop.destination)], viaDepth: Int(hop.viaCount),
            software: software.map { escaped($0) }, isFromRingingDevice: isFinalFromRingingDevice(index))
    }

    /// Who ended a call, by BYE or by CANCEL.
    func end(of dialog: Dialog?, _ invite: Transaction?) -> CallFacts.End? {
        if let dialog, let bye = dialog.bye {
            let side: DialogSide = dialog.byeByCaller ? .caller : .callee
            let transaction = Int(messages[bye].transaction)
            guard let invite, transactions.indices.contains(transaction), transactions[transaction].viaCount == 1,
                invite.viaCount == 1
            else { return .bye(side) }
            let sender = source(of: messages[bye]).address
            return isKnown(sender, as: side, of: invite) ? .bye(side) : .byeFrom(sender)
        }
        guard dialog == nil, let invite, let cancel = invite.cancel, messages.indices.contains(cancel) else {
            return nil
        }
        return invite.viaCount == 1 ? .cancel : .cancelFrom(source(of: messages[cancel]).address)
    }

    /// Whether a side of a call may have that address. The callee's is only known on the last hop, and where other hops
    /// were seen.
    private func isKnown(_ address: IPAddress, as side: DialogSide, of invite: Transaction) -> Bool {
        side == .callee || endpoints[Int(invite.source)].address == address
    }
}
