import SIPDialogs
import SIPParsing
import TraceTypes

/// Which INVITEs and UPDATEs of a dialog were open at the same time.
extension Exchange {
    /// Whether a transaction still waited for its final response at a time after it began, on every hop.
    func isOpen(_ index: TransactionIndex, at time: Timestamp, _ timers: TimerValues) -> Bool {
        if let final = hops(of: index).compactMap({ transactions[$0].finalTime }).min() { return final > time }
        let transaction = transactions[index]
        // Without any response the capture may show one direction only.
        guard transaction.hasResponse else { return false }
        if let ack = record(transaction.acknowledgement), ack.time <= time { return false }
        if let cancelled = transaction.cancelTime, cancelled + timers.transactionTimeout <= time { return false }
        return transaction.isPending(at: time, timers)
    }

    /// Whether another request of the dialog that may change the session was under way at some time between a request
    /// and its final response: an INVITE is until its ACK has passed.
    func hasCrossing(_ index: TransactionIndex, ofDialog place: Int, _ timers: TimerValues) -> Bool {
        let refused = transactions[index]
        let dialog = dialogs[place]
        guard let end = refused.finalTime else { return true }
        return transactions.indices.contains { other in
            let transaction = transactions[other]
            guard other != index, transaction.primary != index, transaction.leg == dialog.leg,
                [.invite, .update, .prack].contains(transaction.method), transaction.startTime <= end,
                transaction.cseq != refused.cseq || transaction.fromTag != refused.fromTag,
                dialog.invite == (transaction.primary ?? other)
                    || dialog.matches(transaction.fromTag, transaction.toTag)
            else { return false }
            guard let final = transaction.finalTime else { return true }
            let last = max(final, record(transaction.acknowledgement)?.time ?? final)
            let isUnacknowledged = transaction.method == .invite && transaction.acknowledgement == nil
            return isUnacknowledged || last + timers.t1 >= refused.startTime
        }
    }
}
