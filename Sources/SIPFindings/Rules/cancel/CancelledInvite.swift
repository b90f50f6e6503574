import SIPDialogs
import SIPParsing
import TraceTypes

/// INVITEs that were cancelled, for rules.
extension Exchange {
    /// What a check says of the INVITEs that were cancelled, each with its CANCEL: of several hops, that of the one
    /// nearest to the callee.
    func cancelled(_ check: (Transaction, Transaction) -> Evidence?) -> [Evidence] {
        requests(.invite).compactMap { index in
            let nearest = hops(of: index).map { transactions[$0] }.sorted { $0.viaCount > $1.viaCount }
            for invite in nearest where invite.request != nil {
                if let record = record(invite.cancel), let cancel = transaction(of: record),
                    let evidence = check(invite, cancel)
                {
                    return evidence
                }
            }
            return nil
        }
    }

    /// Whether the server of an INVITE had answered it when the CANCEL passed.
    func hadResponse(_ invite: Transaction, before cancelled: Timestamp) -> Bool {
        messages.contains {
            !$0.isRequest && $0.method == .invite && $0.time <= cancelled
                && transaction(of: $0).map { $0.branch == invite.branch && $0.leg == invite.leg } == true
        }
    }

    /// Whether the caller of a cancelled INVITE neither acknowledged the answer that crossed its CANCEL nor hung up. A BYE
    /// of the callee that gave up waiting does not end the matter.
    func isLeftUnanswered(_ dialog: Dialog, _ context: RuleContext) -> Bool {
        guard let index = beginning(of: dialog), transactions[index].cancelTime != nil, dialog.acknowledgement == nil,
            let answered = dialog.answerTime
        else { return false }
        return !dialog.byeByCaller && ackWouldPass(dialog)
            && isShown(until: answered + context.timers.transactionTimeout, context)
    }
}
