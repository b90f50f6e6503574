import SIPParsing
import TraceTypes

/// What an INVITE came to, after all its retries.
public struct AttemptResult: Sendable {
    /// The outcome.
    public var outcome: CallOutcome
    /// The final status; 0 where none was seen.
    public var status: UInt16 = 0
    /// The final response.
    public var final: MessageIndex?
    /// The INVITE's transaction that decided.
    public var transaction: TransactionIndex?
}

/// Judging how calls and transfers ended.
extension Exchange {
    /// How long after a challenge or a redirect a client that acts on it has long acted.
    static let reactionTime = TimeSpan.seconds(4)

    /// What the call came to: its first leg's result, through the redirects that were followed. A call that a REFER
    /// outside of any dialog set up is the referred one.
    public func result(_ timers: TimerValues) -> AttemptResult {
        let referred = transfers.first { $0.referredInvite != nil }?.referredInvite
        if !isPartial, let referred, !transactions.contains(where: { $0.leg == 0 && $0.method == .invite }) {
            return result(ofLeg: transactions[referred].leg, timers)
        }
        return result(ofLeg: 0, timers)
    }

    /// What the INVITE of a leg came to, through challenges, retries and followed redirects.
    public func result(ofLeg leg: Int, _ timers: TimerValues) -> AttemptResult {
        var leg = leg
        for _ in legs.indices {
            guard let next = followingLeg(of: leg) else { break }
            leg = next
        }
        let invites = transactions.indices.filter {
            transactions[$0].leg == leg && transactions[$0].isInitialInvite
        }
        guard let round = invites.map({ transactions[$0].cseq }).max() else {
            return AttemptResult(outcome: .undetermined)
        }
        let hops = invites.filter { transactions[$0].cseq == round }
        let nearest = hops.map { transactions[$0].viaCount }.min() ?? 1
        return best(hops.filter { transactions[$0].viaCount == nearest }, timers)
    }

    private func followingLeg(of leg: Int) -> Int? {
        legs.firstIndex { candidate in
            guard case .redirect(let index) = candidate.origin, redirects.indices.contains(index) else { return false }
            return transactions[redirects[index].transaction].leg == leg
        }
    }

    /// Of several transactions for one request on one hop (a fork, or failover to another server): the one that
    /// answered, else one that still may, else the one that ended last. A server that said nothing before the client
    /// turned to another decides nothing.
    private func best(_ candidates: [TransactionIndex], _ timers: TimerValues) -> AttemptResult {
        let answered = candidates.first { (200...299).contains(transactions[$0].finalStatus) }
        let pending = candidates.last {
            transactions[$0].finalStatus == 0 && (transactions[$0].hasResponse || $0 == candidates.last)
        }
        let ended = candidates.filter { transactions[$0].finalStatus != 0 }
            .max { (transactions[$0].finalTime ?? startTime) < (transactions[$1].finalTime ?? startTime) }
        guard let index = answered ?? pending ?? ended else { return AttemptResult(outcome: .undetermined) }
        let transaction = transactions[index]
        var result = AttemptResult(
            outcome: .undetermined, status: transaction.finalStatus, final: transaction.final, transaction: index)
        result.outcome = transaction.finalStatus == 0 ? openOutcome(transaction, timers) : finalOutcome(index)
        return result
    }

    private func finalOutcome(_ index: TransactionIndex) -> CallOutcome {
        let transaction = transactions[index]
        let outcome = CallOutcome(
            finalStatus: transaction.finalStatus, isNetworkBlock: isNetworkBlock(transaction.final))
        if transaction.request == nil, outcome != .answered, isUp(transaction.leg) { return .undetermined }
        let hasTime = transaction.finalTime.map { observedUntil - $0 >= Self.reactionTime } ?? true
        let isSettled = hasTime || transaction.isRejectedCredentials || isDeadEnd(index)
        let mayGoOn = outcome == .unauthorized || outcome == .redirected
        return mayGoOn && !isSettled ? .undetermined : outcome
    }

    /// Whether a redirect leaves nothing to try, seen on this hop or on another of the same request.
    private func isDeadEnd(_ index: TransactionIndex) -> Bool {
        redirects.contains {
            ($0.leadsBack || $0.contacts.isEmpty)
                && (transactions[$0.transaction].primary ?? $0.transaction) == (transactions[index].primary ?? index)
        }
    }

    /// Whether a dialog is known to be, or to have been, confirmed: then a refused INVITE whose request did not pass may
    /// be one inside of it.
    private func isUp(_ leg: Int) -> Bool {
        dialogs.contains { $0.leg == leg && ($0.state == .confirmed || $0.byeTime != nil) }
    }

    private func openOutcome(_ transaction: Transaction, _ timers: TimerValues) -> CallOutcome {
        guard !isEvicted, transaction.request != nil, !hasUnseenFinal(transaction) else { return .undetermined }
        if let cancelled = transaction.cancelTime {
            return observedUntil - cancelled >= timers.transactionTimeout ? .cancelled : .undetermined
        }
        if let provisional = transaction.lastProvisionalTime {
            return observedUntil - provisional > timers.timerC ? .unanswered : .undetermined
        }
        return observedUntil - transaction.startTime >= timers.transactionTimeout ? .unanswered : .undetermined
    }

    /// Whether an ACK, or a request inside of a dialog, tells of a final response that the capture did not see.
    private func hasUnseenFinal(_ invite: Transaction) -> Bool {
        invite.acknowledgement != nil
            || transactions.contains {
                $0.leg == invite.leg && $0.isInDialog && $0.method != .prack && $0.method != .update
                    && ($0.fromTag == invite.fromTag || $0.toTag == invite.fromTag)
            }
    }

    /// Whether a 603 is a block by the network's analytics: phrase "Network Blocked" and a Reason whose text begins with
    /// `v=analytics1` (ATIS-1000099).
    public func isNetworkBlock(_ message: MessageIndex?) -> Bool {
        guard let phrase = detail(.reasonPhrase, of: message), string(phrase).lowercased() == "network blocked",
            let message
        else { return false }
        return messages[message].details.contains { place in
            let detail = details[Int(place)]
            return detail.kind == .header(.reason)
                && ReasonHeader.list(text.span, detail.text).contains { $0.text?.hasPrefix("v=analytics1") == true }
        }
    }
}
