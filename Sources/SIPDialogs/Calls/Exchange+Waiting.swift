import SIPParsing
import TraceTypes

/// Knowing what an exchange waits for, and when it is over. However many transactions there are, a look costs no more than
/// the limits allow.
extension Exchange {
    /// Adds an INVITE to those that wait for a final response; of too many, the oldest is no longer waited for.
    mutating func watch(_ index: TransactionIndex, _ context: TrackingContext) {
        let limit = max(1, context.limits.transactionsSearched)
        if openInvites.count >= limit {
            openInvites = openInvites.filter {
                isOpenInvite($0) && transactions[$0].isPending(at: lastTime, context.timers)
            }
            if openInvites.count >= limit { openInvites.removeFirst() }
        }
        openInvites.append(index)
    }

    /// Whether a place still has an INVITE without a final response: it may have passed to another transaction.
    private func isOpenInvite(_ index: TransactionIndex) -> Bool {
        transactions[index].method == .invite && transactions[index].finalStatus == 0
    }

    /// Whether the last INVITE was challenged or redirected, so that its caller may try again after asking its user.
    private func mayGoOn(_ limits: TrackingLimits) -> Bool {
        let latest = transactions.suffix(limits.transactionsSearched)
        guard let last = latest.last(where: { $0.method == .invite && $0.primary == nil }) else { return false }
        return last.finalStatus == 401 || last.finalStatus == 407 || 300..<400 ~= last.finalStatus
    }

    /// Whether a call is up and nothing but its end is to come, so that no deadline can pass. Mutating, as `endTime` is.
    mutating func isQuiet(_ limits: TrackingLimits) -> Bool {
        kind == .call && transfers.isEmpty && !openInvites.contains { isOpenInvite($0) }
            && !transactions.suffix(limits.transactionsSearched).contains { $0.finalStatus == 0 }
            && dialogs.contains { $0.state == .confirmed }
            && dialogs.allSatisfy { $0.acknowledgement != nil || $0.answerTime == nil }
    }

    /// When the next deadline passes after which something can be said never to have happened; nil where none is open.
    /// Mutating, as `endTime` is.
    mutating func nextDeadline(after now: Timestamp, _ timers: TimerValues) -> Timestamp? {
        var next: Timestamp?
        func note(_ time: Timestamp) {
            if time > now, next.map({ time < $0 }) ?? true { next = time }
        }
        for dialog in dialogs where dialog.acknowledgement == nil {
            if let answered = dialog.answerTime { note(answered + timers.transactionTimeout) }
        }
        for index in openInvites where isOpenInvite(index) && !transactions[index].hasResponse {
            note(transactions[index].startTime + timers.transactionTimeout)
        }
        for transfer in transfers where transfer.isAccepted { note(finalNotifyDeadline(of: transfer, timers)) }
        for redirect in redirects where redirect.follower == nil { note(redirect.time + Self.reactionTime) }
        for subscription in subscriptions {
            if let deadline = subscription.machine.deadline(timers) { note(deadline) }
        }
        return next
    }

    /// When the exchange is over if nothing more passes. Mutating, though it changes nothing: so the tracker reads the
    /// exchange in its slot, and does not copy it first.
    mutating func endTime(_ timers: TimerValues, _ limits: TrackingLimits) -> Timestamp {
        let linger = lastTime + timers.transactionTimeout
        if dialogs.contains(where: { $0.state == .confirmed }) { return lastTime + limits.idleDialog }
        var end = linger
        if kind == .call, mayGoOn(limits) { end = lastTime + timers.timerC }
        for index in openInvites where isOpenInvite(index) && transactions[index].isPending(at: lastTime, timers) {
            if transactions[index].hasResponse { return lastTime + limits.idleProceeding }
            // Its answer may pass elsewhere; until it has rung for as long as a proxy lets it, an ACK may tell.
            end = max(end, lastTime + timers.timerC)
        }
        if let expiry = subscriptions.compactMap({ expiry(of: $0, timers) }).max() {
            return min(expiry + timers.transactionTimeout, lastTime + limits.idleDialog)
        }
        for transfer in transfers { end = max(end, endTime(of: transfer, timers, limits)) }
        return end
    }

    /// Until when a subscription may go on: what the last NOTIFY announced is counted from the last message.
    private func expiry(of subscription: Subscription, _ timers: TimerValues) -> Timestamp? {
        guard subscription.machine.deadline(timers) != nil else { return nil }
        if let expires = subscription.last?.expires { return lastTime + .seconds(Int64(expires)) }
        return subscription.machine.expiry.map { max($0, lastTime) }
    }

    /// When no more is to be expected of a transfer: a notifier that said how long it goes on may report the end of a
    /// call that rings for long.
    private func endTime(of transfer: Transfer, _ timers: TimerValues, _ limits: TrackingLimits) -> Timestamp {
        let deadline = finalNotifyDeadline(of: transfer, timers)
        guard transfer.reported == nil, let last = transfer.subscription.last, last.state != .terminated,
            let expiry = last.expires
        else { return deadline }
        return max(deadline, last.time + min(.seconds(Int64(expiry)), limits.idleProceeding))
    }
}
