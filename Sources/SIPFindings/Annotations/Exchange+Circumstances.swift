import SIPDialogs
import SIPParsing
import TraceTypes

/// What gives a response its meaning beyond its code.
extension Exchange {
    /// A response that comes sooner than this after the request was not waited for by a person.
    private static let humanTime = TimeSpan.milliseconds(1_000)

    /// The circumstances of a response by the names that the catalog's situations have: the most telling first, the
    /// method last.
    func circumstances(of index: MessageIndex) -> [String] {
        let message = messages[index]
        guard transactions.indices.contains(Int(message.transaction)) else { return [message.method.name] }
        let transaction = transactions[Int(message.transaction)]
        return special(index, message, transaction) + [method(of: transaction, message)]
    }

    private func method(of transaction: Transaction, _ message: MessageRecord) -> String {
        message.method == .invite && transaction.isInDialog ? "re-INVITE" : message.method.name
    }

    private func special(_ index: MessageIndex, _ message: MessageRecord, _ transaction: Transaction) -> [String] {
        switch message.status {
        case 200...299: success(index, message, transaction)
        case 300...399: redirects.first { $0.message == index }.map(circumstances) ?? []
        case 401, 407: challenge(message, transaction)
        case 403: refusal(index, transaction)
        case 404: isUnregistered(message) ? ["not-registered"] : transaction.isInDialog ? ["in-dialog"] : []
        case 408: transaction.isInDialog ? ["in-dialog"] : ringing(message, transaction, orElse: "no-ringing")
        case 480: (isUnregistered(message) ? ["not-registered"] : []) + ringing(message, transaction)
        case 481: has(.replaces, transaction.request) ? ["after-replaces"] : []
        case 486, 600: ringing(message, transaction)
        case 487: [transaction.cancelTime != nil ? "cancelled" : "not-cancelled"]
        case 488: message.method == .invite && transaction.isInDialog ? [] : ["offer"]
        case 491: isGlare(transaction) ? ["glare"] : []
        case 500: overload(index, message, transaction)
        case 503: [has(.retryAfter, index) ? "retry-after" : "no-retry-after"]
        case 603: decline(index, message, transaction)
        case 608: message.isRepeat ? [] : [mayNameRedress(index) ? "with-call-info" : "without-call-info"]
        default: []
        }
    }

    private func success(_ index: MessageIndex, _ message: MessageRecord, _ transaction: Transaction) -> [String] {
        switch message.method {
        case .refer:
            let transfer = transfers.first { $0.transaction == transaction.primary ?? Int(message.transaction) }
            return transfer?.isSilent == true ? ["without-notify"] : []
        case .register: return isUnregistering(transaction.request) ? ["unregister"] : []
        default: return []
        }
    }

    /// Whether a REGISTER takes back every binding that it names (RFC 3261 section 10.2.2).
    private func isUnregistering(_ request: MessageIndex?) -> Bool {
        let usual = number(.expires, of: request)
        let contacts = values(of: .contact, in: request).flatMap { ContactList(text.span, $0)?.addresses ?? [] }
        let times = contacts.map(RegisteredContact.init).map { $0.hasExpires ? $0.expires : usual }
        return times.isEmpty ? usual == 0 && has(.contact, request) : times.allSatisfy { $0 == 0 }
    }

    /// What became of a redirect; nothing while it may still be followed.
    private func circumstances(of redirect: Redirect) -> [String] {
        if redirect.leadsBack { return ["looping"] }
        if redirect.contacts.isEmpty { return ["without-contact"] }
        guard redirect.follower == nil else { return redirect.contacts.count > 1 ? ["several-contacts"] : ["followed"] }
        return observedUntil - redirect.time >= Redirect.followUpTime ? ["not-followed"] : []
    }

    private func challenge(_ message: MessageRecord, _ transaction: Transaction) -> [String] {
        if transaction.isRejectedCredentials { return ["repeated"] }
        if transaction.hasCredentials { return transaction.isStaleNonce ? ["stale"] : [] }
        return transaction.method == .refer ? [] : ["first"]
    }

    private func refusal(_ index: MessageIndex, _ transaction: Transaction) -> [String] {
        let phrase = detail(.reasonPhrase, of: index).map { string($0).lowercased() }
        if phrase == "stale date" { return ["stale-date"] }
        if transaction.method == .refer || transaction.method == .register { return [] }
        if transaction.hasCredentials { return ["after-credentials"] }
        return [transaction.isInDialog ? "in-dialog" : "without-challenge"]
    }

    private func overload(_ index: MessageIndex, _ message: MessageRecord, _ transaction: Transaction) -> [String] {
        guard has(.retryAfter, index) else { return [] }
        return transaction.isInDialog && overlapped(by: message, transaction) != nil ? ["overlap"] : ["retry-after"]
    }

    private func decline(_ index: MessageIndex, _ message: MessageRecord, _ transaction: Transaction) -> [String] {
        if isNetworkBlock(index) { return ["network-blocked"] }
        if has(.replaces, transaction.request) { return ["after-replaces"] }
        return message.method == .invite ? ringing(message, transaction) : []
    }

    /// Whether it rang before, or was over too soon for that.
    private func ringing(
        _ message: MessageRecord, _ transaction: Transaction, orElse other: String? = nil
    ) -> [String] {
        if ringStart(before: message) != nil { return ["after-ringing"] }
        if let other { return [other] }
        let isSoon = transaction.request != nil && message.time - transaction.startTime < Self.humanTime
        return isSoon && message.method == .invite && !transaction.isInDialog ? ["at-once"] : []
    }

    /// Whether the capture shows the callee's registration run out, or taken back, before the request.
    private func isUnregistered(_ message: MessageRecord) -> Bool {
        callee(of: message) != nil
    }

    /// What the capture shows of the callee's registration, where that was over before the request.
    func callee(of message: MessageRecord) -> RegistrationNote? {
        let index = Int(message.transaction)
        guard message.method == .invite, transactions.indices.contains(index) else { return nil }
        let hops = hops(of: index)
        return registrationNotes.first { $0.current == nil && hops.contains($0.transaction) }
    }

    /// When the request that a response answers began to ring.
    func ringStart(before message: MessageRecord) -> Timestamp? {
        guard message.method == .invite else { return nil }
        let hops = hops(of: Int(message.transaction))
        return messages.lazy.filter {
            $0.status == 180 && !$0.isRequest && $0.method == .invite && $0.time <= message.time
                && hops.contains(Int($0.transaction))
        }.map(\.time).min()
    }

    /// Whether the other side had a re-INVITE or UPDATE of its own pending, or this side had one from it.
    private func isGlare(_ transaction: Transaction) -> Bool {
        let end = transaction.finalTime ?? transaction.startTime
        return transactions.contains {
            ($0.method == .invite || $0.method == .update) && $0.isInDialog && $0.leg == transaction.leg
                && $0.source == transaction.destination && $0.destination == transaction.source
                && $0.startTime <= end && ($0.finalTime.map { $0 >= transaction.startTime } ?? true)
        }
    }

    /// The earlier request from the same side that was still pending when this one came.
    func overlapped(by message: MessageRecord, _ transaction: Transaction) -> TransactionIndex? {
        transactions.indices.last {
            let earlier = transactions[$0]
            return $0 != Int(message.transaction) && earlier.leg == transaction.leg && earlier.cseq < transaction.cseq
                && earlier.source == transaction.source && earlier.destination == transaction.destination
                && (earlier.method == .invite || earlier.method == .update)
                && earlier.startTime <= transaction.startTime
                && (earlier.finalTime.map { $0 > transaction.startTime } ?? true)
        }
    }
}
