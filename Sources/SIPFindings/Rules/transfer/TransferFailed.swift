import SIPCatalog
import SIPDialogs
import TraceTypes
import SIPParsing

extension Rule {
    /// A transfer that was accepted and then failed: the NOTIFY's sipfrag, or the referred INVITE's own final response,
    /// is 300 or above (RFC 3515 section 2.4.5).
    ///
    /// A challenge that is reported while the subscription goes on is no result yet: the transferee may answer it.
    static let transferFailed = Rule("transfer/failed", .error, when: .init(methods: [.refer])) { exchange, context in
        exchange.transfers.compactMap { transfer in
            guard exchange.outcome(of: transfer, context.timers) == .failed, !transfer.wasReportedLater,
                !exchange.mayStillAnswerChallenge(transfer, context)
            else { return nil }
            let referred = transfer.referredInvite.map {
                exchange.result(ofLeg: exchange.transactions[$0].leg, context.timers)
            }
            let status = exchange.finalStatus(of: transfer, context.timers)
            let isGuess = transfer.reported == nil && transfer.evidence == .target
            return Evidence(
                confidence: isGuess ? .likely : .proven,
                messages: [
                    transfer.refer, transfer.response,
                    transfer.reported?.notification.message ?? transfer.subscription.last?.message,
                    transfer.referredInvite.flatMap { exchange.transactions[$0].request }, referred?.final,
                ],
                message: exchange.failure(of: transfer, referred),
                advice: exchange.advice(forFailure: status, referred))
        }
    }
}

extension Transfer {
    /// Whether a later NOTIFY told of success: some transferees report the challenge of the referred INVITE before they
    /// answer it.
    fileprivate var wasReportedLater: Bool {
        let final = subscription.notifications.last { ($0.sipfragStatus ?? 0) >= 200 }
        return (200...299).contains(final?.sipfragStatus ?? 0)
    }
}

extension Exchange {
    /// Whether the last that was told is a challenge of the referred INVITE, and more may come.
    fileprivate func mayStillAnswerChallenge(_ transfer: Transfer, _ context: RuleContext) -> Bool {
        guard let status = transfer.reported?.status, status == 401 || status == 407,
            !transfer.subscription.isTerminated
        else { return false }
        return !isShown(until: finalNotifyDeadline(of: transfer, context.timers), context)
    }

    /// What the final status of the target needs. A challenge as the last word is one that was never satisfied.
    fileprivate func advice(forFailure status: UInt16?, _ referred: AttemptResult?) -> Advice {
        guard let status else { return .rule }
        if let referred, let final = referred.final, referred.status == status { return .response(final) }
        return status == 401 || status == 407 ? .situation(status, "repeated") : .code(status)
    }

    /// Who told of the failure, how, and when.
    fileprivate func failure(of transfer: Transfer, _ referred: AttemptResult?) -> FindingMessage {
        var values: PhraseValues = ["acceptance": acceptance(of: transfer)]
        let target = referred.flatMap { result in
            result.transaction.flatMap { result.status >= 300 ? (responder(of: $0), result) : nil }
        }
        if let (status, notification) = transfer.reported {
            values["after"] = .duration(notification.time - transfer.time)
            values["told"] = "\(status)\(sipfragPhrase(notification.message))"
            if let (name, result) = target {
                values[result.status == status ? "agreeing" : "differing"] = .text(name)
                values["status"] = .text(statusText(result.status, result.final))
            }
            return .init("", values)
        }
        guard let (name, result) = target else { return .init("consent", values) }
        values["responder"] = .text(name)
        values["status"] = .text(statusText(result.status, result.final))
        return .init("referred", values)
    }

    private func sipfragPhrase(_ message: MessageIndex) -> String {
        guard let body = detail(.sipfrag, of: message),
            case .status(_, let reason)? = Sipfrag(text.span, body)?.startLine, !reason.isEmpty
        else { return "" }
        return " \(escaped(reason))"
    }
}
