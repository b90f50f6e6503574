import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// An INVITE that was cancelled, the CANCEL answered with 200, and then no final response: the server owes a 487 (RFC
    /// 3261 section 9.2); the client gives up 64*T1 after the CANCEL (section 9.1).
    static let cancelNoFinal = Rule("cancel/no-final", .warning, when: .init(methods: [.cancel])) { exchange, context in
        exchange.cancelled { invite, cancel in
            guard cancel.isAnswered, invite.finalStatus == 0, let cancelled = invite.cancelTime,
                exchange.isShown(until: cancelled + context.timers.transactionTimeout, context)
            else { return nil }
            return Evidence(
                confidence: .observed, messages: [invite.request, cancel.request, cancel.final],
                message: "\(exchange.server(of: invite)) answered the CANCEL with "
                    + "\(exchange.statusText(cancel.finalStatus, cancel.final)), but gave the INVITE no final response in "
                    + "the \(exchange.observedUntil - cancelled) after it")
        }
    }

    /// A CANCEL answered with 481 while its INVITE was being worked on (RFC 3261 section 9.2): the server did not find the
    /// INVITE by the CANCEL's branch, as where a load balancer sends the two to different machines.
    static let cancelUnknown = Rule("cancel/unknown-transaction", .warning, when: .init(methods: [.cancel])) {
        exchange, _ in
        exchange.cancelled { invite, cancel in
            guard cancel.finalStatus == 481, let refused = cancel.finalTime, invite.lastProvisional > 0,
                invite.finalTime.map({ $0 > refused }) ?? true
            else { return nil }
            return Evidence(
                confidence: .observed, messages: [invite.request, cancel.request, cancel.final],
                message: "\(exchange.server(of: cancel)) answered the CANCEL with "
                    + "\(exchange.statusText(481, cancel.final)), \(refused - invite.startTime) into an INVITE that it had "
                    + "answered \(invite.lastProvisional) and that was still open",
                advice: .situation(481, "CANCEL"))
        }
    }

    /// An answer that crossed the CANCEL, and a caller that then neither acknowledges nor ends the call (RFC 3261 section
    /// 9.1: the CANCEL has no effect then, and the caller has to hang up with BYE).
    static let crossingAnswerKept = Rule("cancel/crossing-answer-kept", .error, when: .init(methods: [.cancel])) {
        exchange, context in
        exchange.cancelled { invite, _ in
            guard invite.isAnswered, let answered = invite.finalTime, let cancelled = invite.cancelTime,
                let dialog = exchange.record(invite.final)?.dialog.map({ exchange.dialogs[$0] }), dialog.byeTime == nil,
                exchange.isShown(until: answered + context.timers.transactionTimeout, context),
                dialog.acknowledgement != nil || exchange.ackWouldPass(dialog)
            else { return nil }
            let end = dialog.acknowledgement == nil ? "neither ACK nor BYE followed" : "no BYE followed the ACK"
            let order = answered < cancelled ? "before" : "after"
            let span = answered < cancelled ? cancelled - answered : answered - cancelled
            return Evidence(
                confidence: .observed, messages: [invite.request, invite.cancel, invite.final, dialog.acknowledgement],
                message:
                    "\(exchange.client(of: invite)) cancelled the call, and \(exchange.server(of: invite)) answered it "
                    + "\(span) \(order) that; \(end) in the \(exchange.observedUntil - answered) after the answer")
        }
    }
}

extension Exchange {
    /// What a check says of the INVITEs outside of a dialog that were cancelled, each with its CANCEL.
    fileprivate func cancelled(_ check: (Transaction, Transaction) -> Evidence?) -> [Evidence] {
        requests(.invite).compactMap { index in
            let invite = transactions[index]
            guard let record = record(invite.cancel), let cancel = transaction(of: record) else { return nil }
            return check(invite, cancel)
        }
    }
}
