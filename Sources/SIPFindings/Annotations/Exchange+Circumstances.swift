import SIPDialogs
import SIPParsing
import TraceTypes

/// What gives a response its meaning beyond its code. Each circumstance is named only where the messages show it: where a
/// request or response was not captured whole, nothing is said of what it lacks.
extension Exchange {
    /// The circumstances of a response by the names that the catalog's situations have: the most telling first, the
    /// method last.
    func circumstances(of index: MessageIndex) -> [String] {
        let message = messages[index]
        guard let transaction = transaction(of: message), !message.isRepeat else { return [message.method.name] }
        if isQuery(message, transaction) { return [] }
        if isWithdrawal(message, transaction) { return message.method == .register ? ["unregister"] : [] }
        let method = message.method == .invite && transaction.isInDialog ? "re-INVITE" : message.method.name
        return special(index, message, transaction) + [method]
    }

    private func special(_ index: MessageIndex, _ message: MessageRecord, _ transaction: Transaction) -> [String] {
        switch message.status {
        case 200...299: isSilentTransfer(message) ? ["without-notify"] : []
        case 300...399: redirect(of: message).map { circumstances(of: $0, index) } ?? []
        case 401, 407: challenge(transaction)
        case 403: refusal(index, message, transaction)
        case 404:
            lapsedRegistration(before: message) != nil
                ? ["not-registered"] : transaction.isInDialog ? ["in-dialog"] : []
        case 408: transaction.isInDialog ? ["in-dialog"] : timeout(message)
        case 480: (lapsedRegistration(before: message) != nil ? ["not-registered"] : []) + ringing(message, transaction)
        case 481: has(.replaces, transaction.request) ? ["after-replaces"] : []
        case 486, 600: ringing(message, transaction)
        case 487 where !transaction.isInDialog: cancellation(message, transaction)
        case 488: rejectedOffer(transaction)
        case 491: isGlare(transaction) ? ["glare"] : []
        case 500: overload(index, message, transaction)
        case 503: has(.retryAfter, index) ? ["retry-after"] : lacks(.retryAfter, index) ? ["no-retry-after"] : []
        case 603: decline(index, message, transaction)
        case 608: mayNameRedress(index) ? ["with-call-info"] : isKept(index) ? ["without-call-info"] : []
        default: []
        }
    }

    private func isKept(_ index: MessageIndex) -> Bool { record(index).map(isWhole) ?? false }

    /// Whether a REGISTER only asks which bindings there are (RFC 3261 section 10.2.3).
    private func isQuery(_ message: MessageRecord, _ transaction: Transaction) -> Bool {
        message.method == .register && (200...299).contains(message.status) && lacks(.contact, transaction.request)
    }

    /// Whether a request takes back what it is named after: a registration, a subscription, a published state.
    private func isWithdrawal(_ message: MessageRecord, _ transaction: Transaction) -> Bool {
        guard (200...299).contains(message.status) else { return false }
        switch message.method {
        case .register: return isUnregistering(transaction.request)
        case .subscribe, .publish: return number(.expires, of: transaction.request) == 0
        default: return false
        }
    }

    /// Whether a REGISTER takes back every binding that it names (RFC 3261 section 10.2.2).
    private func isUnregistering(_ request: MessageIndex?) -> Bool {
        let usual = number(.expires, of: request)
        let contacts = values(of: .contact, in: request).flatMap { ContactList(text.span, $0)?.addresses ?? [] }
        let times = contacts.map(RegisteredContact.init).map { $0.hasExpires ? $0.expires : usual }
        return times.isEmpty ? usual == 0 && has(.contact, request) : times.allSatisfy { $0 == 0 }
    }

    private func isSilentTransfer(_ message: MessageRecord) -> Bool {
        guard message.method == .refer, let transaction = transaction(of: message) else { return false }
        return transfers.first { $0.transaction == transaction.primary ?? Int(message.transaction) }?.isSilent == true
    }

    /// The redirect that a response tells of, on whatever hop.
    func redirect(of message: MessageRecord) -> Redirect? {
        let hops = transactions.indices.contains(Int(message.transaction)) ? hops(of: Int(message.transaction)) : []
        return redirects.first { hops.contains($0.transaction) && $0.status == message.status }
    }

    /// What became of a redirect; nothing while it may still be followed, or may have been in a way that is not seen.
    private func circumstances(of redirect: Redirect, _ index: MessageIndex) -> [String] {
        if redirect.leadsBack { return ["looping"] }
        if redirect.contacts.isEmpty { return isKept(index) ? ["without-contact"] : [] }
        guard redirect.follower == nil else { return redirect.contacts.count > 1 ? ["several-contacts"] : ["followed"] }
        return isAbandoned(redirect) ? ["not-followed"] : []
    }

    /// Whether a redirect is what the call came to, and an INVITE to its Contact would have been seen.
    private func isAbandoned(_ redirect: Redirect) -> Bool {
        let leg = transactions[redirect.transaction].leg
        let isOver = observedUntil - redirect.time >= Redirect.followUpTime
        let isCancelled = hops(of: redirect.transaction).contains { transactions[$0].cancelTime != nil }
        let isLast = redirects.last { transactions[$0.transaction].leg == leg }?.message == redirect.message
        return isOver && !hasLoss && !isEvicted && !isCancelled && isLast && redirect.isFollowedBySIP
            && result(ofLeg: leg, TimerValues()).outcome == .redirected
    }

    private func challenge(_ transaction: Transaction) -> [String] {
        guard let request = transaction.request, isKept(request) else { return [] }
        if transaction.isRejectedCredentials { return ["repeated"] }
        if transaction.hasCredentials { return transaction.isStaleNonce ? ["stale"] : [] }
        return transaction.method == .refer ? [] : ["first"]
    }

    private func refusal(_ index: MessageIndex, _ message: MessageRecord, _ transaction: Transaction) -> [String] {
        let phrase = detail(.reasonPhrase, of: index).map { string($0).lowercased() }
        if phrase == "stale date" { return ["stale-date"] }
        if transaction.method == .refer || transaction.method == .register { return [] }
        let hops = hops(of: Int(message.transaction)).map { transactions[$0] }
        if hops.contains(where: \.hasCredentials) { return ["after-credentials"] }
        if transaction.isInDialog { return isInCall(message, leg: transaction.leg) ? ["in-dialog"] : [] }
        let isChallenged = transactions.contains {
            $0.leg == transaction.leg && ($0.finalStatus == 401 || $0.finalStatus == 407)
        }
        let isSeen = hops.allSatisfy { $0.request.map(isKept) ?? false }
        return isSeen && !isChallenged ? ["without-challenge"] : []
    }

    /// Whether a response belongs to a call that was up, and does not end it.
    private func isInCall(_ message: MessageRecord, leg: Int) -> Bool {
        switch message.method {
        case .bye, .prack, .subscribe, .notify, .cancel: false
        default:
            dialogs.contains {
                $0.leg == leg && $0.answerTime != nil && ($0.byeTime.map { $0 > message.time } ?? true)
            }
        }
    }

    private func cancellation(_ message: MessageRecord, _ transaction: Transaction) -> [String] {
        guard let cancel = transaction.cancelTime else { return ["not-cancelled"] }
        return cancel <= message.time ? ["cancelled"] : []
    }

    /// What was refused of a session: the first offer, or a change of what was agreed.
    private func rejectedOffer(_ transaction: Transaction) -> [String] {
        if transaction.isInDialog { return ["re-INVITE"] }
        return detail(.sessionDescription, of: transaction.request) != nil ? ["offer"] : []
    }

    private func decline(_ index: MessageIndex, _ message: MessageRecord, _ transaction: Transaction) -> [String] {
        if isNetworkBlock(index) { return ["network-blocked"] }
        guard message.method == .invite else { return [] }
        let ringing = ringing(message, transaction)
        return ringing == ["at-once"] && has(.replaces, transaction.request) ? ["after-replaces"] : ringing
    }
}
