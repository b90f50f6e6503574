import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// An INVITE with Replaces that was answered with a 2xx, and a confirmed dialog that it replaces and that nobody ends
    /// with BYE (RFC 3891 section 3). The limit is 64*T1, as for a BYE that gets no answer.
    ///
    /// Where the replaced dialog ran through a proxy, its BYE may pass elsewhere.
    static let oldDialogKept = Rule(
        "replaces/old-dialog-kept", .warning, when: .init(headers: [.replaces])
    ) { exchange, context in
        exchange.replacements.compactMap { replacement in
            let invite = exchange.transactions[replacement.invite]
            let dialog = exchange.dialogs[replacement.dialog]
            guard invite.isAnswered, let answered = invite.finalTime, let begun = dialog.answerTime, begun < answered,
                dialog.acknowledgement != nil
            else { return nil }
            let deadline = answered + context.timers.transactionTimeout
            guard dialog.byeTime.map({ $0 >= deadline }) ?? true, exchange.isShown(until: deadline, context) else {
                return nil
            }
            let old = dialog.invite.map { exchange.transactions[$0] }

            return Evidence(
                confidence: old?.viaCount == 1 && exchange.lacks(.recordRoute, dialog.answer) ? .observed : .likely,
                messages: [old?.request, dialog.answer, invite.request, invite.final],
                message: [
                    "responder": .text(exchange.responder(of: replacement.invite)),
                    "client": .text(exchange.client(of: invite)),
                    "status": .text(exchange.statusText(invite.finalStatus, invite.final)),
                    "limit": .duration(context.timers.transactionTimeout),
                ])
        }
    }
}
