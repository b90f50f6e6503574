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

    /// What the call came to: its first leg's result, through the redirects that were followed.
    public func result(_ timers: TimerValues) -> AttemptResult {
        let leg = legs.firstIndex { leg in
            if case .transfer = leg.origin { false } else { true }
        }
        return result(ofLeg: leg ?? 0, timers)
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
    /// answered, else the one that ended last.
    private func best(_ candidates: [TransactionIndex], _ timers: TimerValues) -> AttemptResult {
        let answered = candidates.first { (200...299).contains(transactions[$0].finalStatus) }
        let ended = candidates.filter { transactions[$0].finalStatus != 0 }
            .max { (transactions[$0].finalTime ?? startTime) < (transactions[$1].finalTime ?? startTime) }
        let pending = candidates.last { transactions[$0].finalStatus == 0 }
        guard let index = answered ?? (pending == nil ? ended : nil) ?? pending else {
            return AttemptResult(outcome: .undetermined)
        }
        let transaction = transactions[index]
        var result = AttemptResult(
            outcome: .undetermined, status: transaction.finalStatus, final: transaction.final, transaction: index)
        result.outcome = transaction.finalStatus == 0 ? openOutcome(transaction, timers) : finalOutcome(transaction)
        return result
    }

    private func finalOutcome(_ transaction: Transaction) -> CallOutcome {
        let outcome = CallOutcome(
            finalStatus: transaction.finalStatus, isNetworkBlock: isNetworkBlock(transaction.final))
        let hasTime = transaction.finalTime.map { observedUntil - $0 >= Self.reactionTime } ?? true
        let isSettled = hasTime || transaction.isRejectedCredentials
        return outcome == .unauthorized && !isSettled ? .undetermined : outcome
    }

    private func openOutcome(_ transaction: Transaction, _ timers: TimerValues) -> CallOutcome {
        guard !isEvicted, transaction.request != nil else { return .undetermined }
        if let cancelled = transaction.cancelTime {
            return observedUntil - cancelled >= timers.transactionTimeout ? .cancelled : .undetermined
        }
        if let provisional = transaction.lastProvisionalTime {
            return observedUntil - provisional > timers.timerC ? .unanswered : .undetermined
        }
        return observedUntil - transaction.startTime >= timers.transactionTimeout ? .unanswered : .undetermined
    }

    /// Whether a 603 is a block by the network's analytics: phrase "Network Blocked" and a Reason whose text begins with
    /// `v=analytics1` (ATIS-1000099).
    public func isNetworkBlock(_ message: MessageIndex?) -> Bool {
        guard let phrase = detail(.reasonPhrase, of: message), string(phrase).lowercased() == "network blocked",
            let value = detail(.header(.reason), of: message)
        else { return false }
        return ReasonHeader.list(text.span, value).contains { $0.text?.hasPrefix("v=analytics1") == true }
    }

    /// What came of a transfer.
    public func outcome(of transfer: Transfer, _ timers: TimerValues) -> TransferOutcome {
        if transfer.responseStatus >= 300 { return .refused }
        if let status = finalStatus(of: transfer, timers) { return status < 300 ? .completed : .failed }
        if isRejectedLater(transfer) { return .failed }
        guard transfer.isAccepted else {
            return observedUntil - transfer.time >= timers.transactionTimeout ? .unconfirmed : .undetermined
        }
        if transfer.subscription.isTerminated { return .unconfirmed }
        if transfer.isSilent { return .undetermined }
        return finalNotifyDeadline(of: transfer, timers) <= observedUntil ? .unconfirmed : .undetermined
    }

    /// The final status that decides a transfer: what a NOTIFY told, else the referred INVITE's final response.
    public func finalStatus(of transfer: Transfer, _ timers: TimerValues) -> UInt16? {
        if let reported = transfer.reported { return reported.status }
        guard let invite = transfer.referredInvite else { return nil }
        let result = result(ofLeg: transactions[invite].leg, timers)
        return result.status >= 200 && result.outcome != .undetermined ? result.status : nil
    }

    /// The notifier withdrew its consent: `terminated;reason=rejected` (RFC 6665 section 4.1.3).
    private func isRejectedLater(_ transfer: Transfer) -> Bool {
        guard let last = transfer.subscription.last, last.state == .terminated,
            let value = detail(.header(.subscriptionState), of: last.message)
        else { return false }
        return SubscriptionState(text.span, value)?.reason == "rejected"
    }

    /// When a final NOTIFY should have passed: 64*T1 after the last sign of the transfer, the time that RFC 6665 section
    /// 4.1.2.4 gives a first NOTIFY (Timer N); while the referred INVITE is seen to ring, as long as a proxy lets it.
    public func finalNotifyDeadline(of transfer: Transfer, _ timers: TimerValues) -> Timestamp {
        var latest = transfer.responseTime ?? transfer.time
        if let notified = transfer.subscription.last?.time { latest = max(latest, notified) }
        guard let invite = transfer.referredInvite else { return latest + timers.transactionTimeout }
        let referred = transactions[invite]
        let isRinging = referred.finalStatus == 0 && referred.lastProvisional > 0
        latest = max(latest, referred.finalTime ?? referred.lastProvisionalTime ?? referred.startTime)
        return latest + (isRinging ? timers.timerC : timers.transactionTimeout)
    }
}
