import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// An INVITE that was cancelled, the CANCEL answered with 200, and then no final response: the server owes a 487 (RFC
    /// 3261 section 9.2); the client gives up 64*T1 after the CANCEL (section 9.1).
    static let cancelNoFinal = Rule("cancel/no-final", .warning, when: .init(methods: [.cancel])) { exchange, context in
        exchange.cancelled { invite, cancel in
            guard cancel.isAnswered, invite.finalStatus == 0, invite.acknowledgement == nil,
                let cancelled = invite.cancelTime,
                exchange.isShown(until: cancelled + context.timers.transactionTimeout, context)
            else { return nil }
            return Evidence(
                confidence: .observed, messages: [invite.request, cancel.request, cancel.final],
                message: [
                    "server": .text(exchange.server(of: invite)),
                    "shown": .duration(exchange.observedUntil - cancelled),
                    "status": .text(exchange.statusText(cancel.finalStatus, cancel.final)),
                ])
        }
    }

    /// A CANCEL answered with 481 while its INVITE was being worked on (RFC 3261 section 9.2): the server did not find the
    /// INVITE by the CANCEL's branch, as where a load balancer sends the two to different machines.
    ///
    /// A CANCEL that comes too early, or that does not name its INVITE rightly, is a matter of its own, and a final
    /// response within T1 had crossed the CANCEL.
    static let cancelUnknown = Rule("cancel/unknown-transaction", .warning, when: .init(methods: [.cancel])) {
        exchange, context in
        exchange.cancelled { invite, cancel in
            guard cancel.finalStatus == 481, let refused = cancel.finalTime, let cancelled = invite.cancelTime,
                invite.acknowledgement == nil || invite.finalTime != nil,
                exchange.isShown(until: refused + context.timers.t1, context),
                invite.finalTime.map({ $0 - refused >= context.timers.t1 }) ?? true,
                exchange.hadResponse(invite, before: cancelled), exchange.mismatch(of: cancel, context) == nil
            else { return nil }
            return Evidence(
                confidence: .observed, messages: [invite.request, cancel.request, cancel.final],
                message: [
                    "server": .text(exchange.server(of: cancel)),
                    "status": .text(exchange.statusText(481, cancel.final)),
                    "elapsed": .duration(refused - invite.startTime), "provisional": "\(invite.lastProvisional)",
                ],
                advice: .situation(481, "CANCEL"))
        }
    }
}
