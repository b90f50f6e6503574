import TraceTypes
import SIPCatalog
import SIPDialogs
import SIPParsing

/// What a message means where it stands, in a few words.
public struct Annotation: Sendable {
    /// The status code of a response; nil for a request, and for a code that is no number of its size.
    public let code: UInt16?
    /// Which of the catalog's situations it is, such as `REFER` or `not-followed`.
    public let situation: String?
    /// The words.
    public let text: String
}

extension Exchange {
    /// What a message means where it stands; nil where there is nothing to say beyond its name.
    public func annotation(of index: MessageIndex, _ catalog: Catalog) -> Annotation? {
        guard messages.indices.contains(index) else { return nil }
        let message = messages[index]
        guard !message.isRequest else {
            return requestText(index).map { Annotation(code: nil, situation: nil, text: $0) }
        }
        let situation = situation(of: index)
        let text = catalog.short(code: Int(message.status), method: message.method.name, situation: situation)
        return text.isEmpty
            ? nil : Annotation(code: message.status > 0 ? message.status : nil, situation: situation, text: text)
    }

    /// The circumstance that gives a response its meaning, beyond code and method.
    private func situation(of index: MessageIndex) -> String? {
        let message = messages[index]
        guard transactions.indices.contains(Int(message.transaction)) else { return nil }
        let transaction = transactions[Int(message.transaction)]
        switch message.status {
        case 200...299 where message.method == .refer:
            let transfer = transfers.first { $0.transaction == transaction.primary ?? Int(message.transaction) }
            return transfer?.isSilent == true ? "without-notify" : nil
        case 401, 407:
            if transaction.isRejectedCredentials { return "repeated" }
            return transaction.hasCredentials || transaction.method == .refer ? nil : "first"
        case 200...299 where transaction.method == .invite && transaction.isInDialog: return "re-INVITE"
        case 403 where transaction.hasCredentials: return "after-credentials"
        case 487 where transaction.cancelTime != nil: return "cancelled"
        case 603 where isNetworkBlock(index): return "network-blocked"
        case 608 where !message.isRepeat && !mayNameRedress(index): return "without-call-info"
        case 300..<400:
            return redirects.first { $0.message == index }.flatMap(situation)
        default: return nil
        }
    }

    /// What became of a redirect; nil while it may still be followed.
    private func situation(of redirect: Redirect) -> String? {
        if redirect.leadsBack { return "looping" }
        if redirect.contacts.isEmpty { return "without-contact" }
        return redirect.follower == nil && observedUntil - redirect.time >= Redirect.followUpTime ? "not-followed" : nil
    }

    /// What a request asks for, or reports.
    private func requestText(_ index: MessageIndex) -> String? {
        let message = messages[index]
        switch message.method {
        case .refer:
            guard let transfer = transfers.first(where: { $0.refer == index }), !transfer.referTo.isEmpty else {
                return nil
            }
            let kind = transfer.kind == .attended ? "an attended" : "a blind"
            return "asks for \(kind) transfer to \(escaped(transfer.referTo))"
        case .notify: return notifyText(index)
        case .invite:
            guard
                let transaction = transactions.indices.contains(Int(message.transaction))
                    ? transactions[Int(message.transaction)] : nil, !message.isRepeat
            else { return nil }
            return inviteText(index, transaction)
        case .bye, .cancel:
            return detail(.header(.reason), of: index).map { "Reason: " + escaped(string($0)) }
        default: return nil
        }
    }

    private func inviteText(_ index: MessageIndex, _ transaction: Transaction) -> String? {
        if let redirect = redirects.first(where: { $0.follower.map { transactions[$0].request == index } == true }) {
            return "follows the \(redirect.status)"
        }
        if let transfer = transfers.first(where: { $0.referredInvite.map { transactions[$0].request == index } == true }
        ) {
            return transfer.kind == .attended ? "the referred call, in place of the consultation" : "the referred call"
        }
        if transaction.isInDialog { return "re-INVITE" }
        return transaction.hasCredentials ? "with credentials" : nil
    }

    private func notifyText(_ index: MessageIndex) -> String? {
        let sipfrag = detail(.sipfrag, of: index).flatMap { Sipfrag(text.span, $0) }
        let state = detail(.header(.subscriptionState), of: index).flatMap { SubscriptionState(text.span, $0) }
        var parts: [String] = []
        if case .status(let code, let reason)? = sipfrag?.startLine {
            parts.append("reports \(code) \(escaped(reason))")
        }
        if let state {
            parts.append(
                [state.text, state.reason.map { "(\($0))" }].compactMap { $0 }.map(escaped).joined(separator: " "))
        }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
