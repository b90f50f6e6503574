import SIPParsing
import TraceTypes

/// Judging how transfers ended.
extension Exchange {
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
        let referred = transactions[result(ofLeg: transactions[invite].leg, timers).transaction ?? invite]
        let isRinging = referred.finalStatus == 0 && referred.lastProvisional > 0
        latest = max(latest, referred.finalTime ?? referred.lastProvisionalTime ?? referred.startTime)
        return latest + (isRinging ? timers.timerC : timers.transactionTimeout)
    }
}
