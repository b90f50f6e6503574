import SIPDialogs
import TraceTypes
import SIPParsing

extension Rule {
    /// A transfer that was accepted and then failed: the NOTIFY's sipfrag, or the referred INVITE's own final response,
    /// is 300 or above (RFC 3515 section 2.4.5).
    static let transferFailed = Rule("transfer/failed", .error) { exchange, context in
        exchange.transfers.compactMap { transfer in
            guard exchange.outcome(of: transfer, context.timers) == .failed else { return nil }
            let refer = exchange.transactions[transfer.transaction]
            let referred = transfer.referredInvite.map {
                exchange.result(ofLeg: exchange.transactions[$0].leg, context.timers)
            }
            let status = exchange.finalStatus(of: transfer, context.timers)
            let accepted =
                transfer.response.map {
                    "accepted the REFER to \(escaped(transfer.referTo)) with \(exchange.statusText(transfer.responseStatus, $0))"
                } ?? "acted on the REFER to \(escaped(transfer.referTo))"
            return Evidence(
                confidence: .proven,
                messages: [
                    transfer.refer, transfer.response, transfer.reported?.notification.message,
                    transfer.referredInvite.flatMap { exchange.transactions[$0].request }, referred?.final,
                ],
                message: "\(exchange.server(of: refer)) \(accepted), but \(exchange.failure(of: transfer, referred))",
                status: status)
        }
    }
}

extension Exchange {
    /// Who told of the failure, how, and when.
    fileprivate func failure(of transfer: Transfer, _ referred: AttemptResult?) -> String {
        if let (status, notification) = transfer.reported {
            let phrase = sipfragPhrase(notification.message)
            let seen = referred.flatMap { result in
                result.status >= 300
                    ? ": the target answered the referred INVITE with \(statusText(result.status, result.final))" : nil
            }
            return "\(notification.time - transfer.time) later its NOTIFY reported \(status)\(phrase)\(seen ?? "")"
        }
        if let referred, referred.status >= 300 {
            return "the referred INVITE ended with \(statusText(referred.status, referred.final))"
        }
        return "the NOTIFY ended the subscription with reason=rejected"
    }

    private func sipfragPhrase(_ message: MessageIndex) -> String {
        guard let body = detail(.sipfrag, of: message),
            case .status(_, let reason)? = Sipfrag(text.span, body)?.startLine, !reason.isEmpty
        else { return "" }
        return " \(escaped(reason))"
    }
}
