import SIPDialogs
import SIPParsing
import TraceTypes

/// Requests that got no response, where a response would have been seen.
extension Exchange {
    /// Statuses by which a server on the way says that it got no answer itself.
    private static let saysNoAnswer: Set<UInt16> = [408, 500, 503, 504]

    /// Whether a request other than INVITE and ACK got no response within Timer F (RFC 3261 section 17.1.2.2)
    /// at the server that it was meant for, and none was seen on another way.
    func isUnanswered(_ index: TransactionIndex, _ context: RuleContext) -> Bool {
        let request = transactions[index]
        guard request.method != .invite, request.method != .ack, request.request != nil,
            !request.hasResponse, isShown(until: request.startTime + context.timers.transactionTimeout, context)
        else { return false }
        return !transactions.indices.contains { other in
            other != index && isSameRequest(other, index) && speaksForAnswer(other, index)
        }
    }

    /// Whether the client repeated the request, as it does until the first final response, or need not do so.
    func isMissed(_ index: TransactionIndex) -> Bool {
        transactions[index].requestRepeats > 0 || transactions[index].transport.isReliable
    }

    /// Whether the client repeated the request for so long that no response can have come: Timer E goes on for 31.5 s.
    func keptRepeating(_ index: TransactionIndex, _ context: RuleContext) -> Bool {
        transactions[index].lastRequestTime - transactions[index].startTime >= context.timers.t1 * 31
    }

    /// Whether another sending of the request was answered, or tells more of the silence.
    private func speaksForAnswer(_ other: TransactionIndex, _ index: TransactionIndex) -> Bool {
        let known = transactions[other]
        if known.hasResponse { return !Self.saysNoAnswer.contains(known.finalStatus) }
        return known.viaCount > transactions[index].viaCount
            && endpoints[Int(known.source)].address == endpoints[Int(transactions[index].destination)].address
    }

    private func isSameRequest(_ first: TransactionIndex, _ second: TransactionIndex) -> Bool {
        transactions[first].method == transactions[second].method
            && transactions[first].cseq == transactions[second].cseq
            && transactions[first].leg == transactions[second].leg
            && transactions[first].isInDialog == transactions[second].isInDialog
    }
}
