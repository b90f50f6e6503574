import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

/// Words for what a request asks for, or reports.
enum RequestPhrase: String, PhraseKey {
    case refer = "request.refer"
    case follows = "request.follows"
    case referred = "request.referred"
    case reInvite = "request.re-invite"
    case credentials = "request.credentials"
    case reports = "request.reports"
    case reason = "request.reason"
}

extension Exchange {
    /// What a request asks for, or reports; nil where its name says all.
    func requestText(_ index: MessageIndex, _ catalog: Catalog) -> String? {
        let message = messages[index]
        switch message.method {
        case .refer:
            guard let transfer = transfers.first(where: { $0.refer == index }), !transfer.referTo.isEmpty else {
                return nil
            }
            return catalog.text(
                RequestPhrase.refer,
                ["kind": .choice(transfer.kind.rawValue), "target": .text(escaped(transfer.referTo))])
        case .notify: return notifyText(index, catalog)
        case .invite:
            guard let transaction = transaction(of: message), !message.isRepeat else { return nil }
            return inviteText(index, transaction, catalog)
        case .bye, .cancel:
            return header(.reason, of: index).map {
                catalog.text(RequestPhrase.reason, ["reason": .text(escaped($0))])
            }
        default: return nil
        }
    }

    private func inviteText(_ index: MessageIndex, _ transaction: Transaction, _ catalog: Catalog) -> String? {
        if let redirect = redirects.first(where: { $0.follower.map { transactions[$0].request == index } == true }) {
            return catalog.text(RequestPhrase.follows, ["status": .number(Int(redirect.status))])
        }
        if let transfer = transfers.first(where: { $0.referredInvite.map { transactions[$0].request == index } == true }
        ) {
            let isAttended = transfer.kind == .attended
            return catalog.text(RequestPhrase.referred, isAttended ? ["replaced": .choice("consultation")] : [:])
        }
        if transaction.isInDialog { return catalog.text(RequestPhrase.reInvite) }
        return transaction.hasCredentials ? catalog.text(RequestPhrase.credentials) : nil
    }

    private func notifyText(_ index: MessageIndex, _ catalog: Catalog) -> String? {
        let sipfrag = detail(.sipfrag, of: index).flatMap { Sipfrag(text.span, $0) }
        let value = detail(.header(.subscriptionState), of: index).flatMap { SubscriptionState(text.span, $0) }
        let state = value.map { state in
            [state.text, state.reason.map { "(\($0))" }].compactMap { $0 }.map { escaped($0) }.joined(separator: " ")
        }
        guard case .status(let code, let reason)? = sipfrag?.startLine else { return state }
        return catalog.text(
            RequestPhrase.reports,
            ["status": .text("\(code) \(escaped(reason))"), "state": .text(state ?? "")])
    }
}
