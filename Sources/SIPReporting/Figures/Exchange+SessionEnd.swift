import SIPDialogs
import SIPParsing
import TraceTypes

/// What became of the BYE that ended a session.
enum SessionEnd {
    /// A 2xx came: so long after the first BYE, and after the BYE that it answers.
    case answered(after: TimeSpan, afterLast: TimeSpan)
    /// Another final response came, and nothing followed that could mend it.
    case refused(after: TimeSpan)
    /// Timer F ran out (RFC 3261 section 17.1.2.2).
    case unanswered
    /// There was no BYE, or the capture ended too early to tell.
    case undetermined
}

extension Exchange {
    /// What became of the BYE of a dialog, through challenges and 503 (RFC 6076 section 4.4).
    func end(of dialog: Dialog, _ timers: TimerValues) -> SessionEnd {
        guard let message = dialog.bye, messages.indices.contains(message) else { return .undetermined }
        let first = Int(messages[message].transaction)
        guard transactions.indices.contains(first) else { return .undetermined }
        let start = transactions[first].startTime
        var last = first
        while Self.isMendable(transactions[last].finalStatus), let next = byeAgain(after: last) { last = next }
        let bye = transactions[last]
        guard let time = bye.finalTime else {
            let isOver = !isEvicted && observedUntil - bye.startTime >= timers.transactionTimeout
            return isOver ? .unanswered : .undetermined
        }
        if bye.finalStatus < 300 { return .answered(after: time - start, afterLast: time - bye.startTime) }
        return .refused(after: time - start)
    }

    private static func isMendable(_ status: UInt16) -> Bool {
        status == 401 || status == 407 || status == 503
    }

    private func byeAgain(after index: TransactionIndex) -> TransactionIndex? {
        transactions.indices.first {
            $0 > index && transactions[$0].method == .bye && transactions[$0].leg == transactions[index].leg
                && transactions[$0].source == transactions[index].source && transactions[$0].primary == nil
                && transactions[$0].cseq > transactions[index].cseq
        }
    }
}
