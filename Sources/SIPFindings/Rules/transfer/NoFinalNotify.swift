import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A transfer that was reported on, but whose result never was (RFC 3515 section 2.4.5).
    ///
    /// The target may ring for long. So while the subscription that the NOTIFYs announced runs, the finding is a likely
    /// one, and while the referred INVITE is seen to ring there is none.
    static let noFinalNotify = Rule("transfer/no-final-notify", .warning) { exchange, context in
        guard !context.hasLoss else { return [] }
        return exchange.transfers.compactMap { transfer in
            guard transfer.isAccepted, transfer.reported == nil, let last = transfer.subscription.last,
                exchange.finalStatus(of: transfer, context.timers) == nil
                    || exchange.finalNotifyDeadline(of: transfer, context.timers) <= exchange.observedUntil
            else { return nil }
            let told = last.sipfragStatus.map { "said \($0)" } ?? "carried no status line"
            let refer = exchange.transactions[transfer.transaction]
            let story =
                "\(exchange.server(of: refer)) accepted the REFER to \(escaped(transfer.referTo)); its last NOTIFY "
            if last.state == .terminated {
                return Evidence(
                    confidence: .proven, messages: [transfer.refer, transfer.response, last.message],
                    message: story + "\(told) and ended the subscription without the result")
            }
            let deadline = exchange.finalNotifyDeadline(of: transfer, context.timers)
            guard exchange.observedUntil >= deadline, transfer.transferorByeTime.map({ $0 >= deadline }) ?? true else {
                return nil
            }
            let isExpired = last.expires.map { last.time + .seconds(Int64($0)) <= exchange.observedUntil } ?? false
            let expiry = isExpired ? "; the subscription has run out" : ""
            return Evidence(
                confidence: isExpired ? .observed : .likely, severity: isExpired ? .error : nil,
                messages: [transfer.refer, transfer.response, last.message],
                message: story
                    + "\(told), and in the \(exchange.observedUntil - last.time) after it the result was not "
                    + "reported\(expiry)")
        }
    }
}
