import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// An INVITE with Replaces that got 481 although the dialog is there: its tags are swapped. `to-tag` is the tag of the
    /// one that the INVITE goes to, `from-tag` that of the other (RFC 3891 section 3).
    ///
    /// Who is who is told by addresses, so that only a dialog of two different hosts is judged.
    static let tagsSwapped = Rule("replaces/tags-swapped", .info, when: .init(headers: [.replaces])) { exchange, _ in
        exchange.replacements.compactMap { replacement in
            let invite = exchange.transactions[replacement.invite]
            let dialog = exchange.dialogs[replacement.dialog]
            guard invite.finalStatus == 481, let first = dialog.invite else { return nil }
            let old = exchange.transactions[first]
            let caller = exchange.endpoints[Int(old.source)].address
            let callees = exchange.addresses(reachedBy: first)
            let targets = exchange.addresses(reachedBy: replacement.invite)
            let isForCaller = targets.contains(caller)
            guard isForCaller != !targets.isDisjoint(with: callees), isForCaller == replacement.namesCalleeAsLocal
            else {
                return nil
            }
            return Evidence(
                confidence: .proven,
                messages: [old.request, dialog.answer, invite.request, invite.final],
                message: [
                    "responder": .text(exchange.responder(of: replacement.invite)),
                    "status": .text(exchange.statusText(invite.finalStatus, invite.final)),
                ])
        }
    }
}

extension Exchange {
    /// The addresses that a request went to on all hops where it was seen.
    fileprivate func addresses(reachedBy index: TransactionIndex) -> Set<IPAddress> {
        Set(hops(of: index).map { endpoints[Int(transactions[$0].destination)].address })
    }
}
