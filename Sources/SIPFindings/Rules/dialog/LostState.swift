import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A 481 to a request in a dialog that, as far as the trace shows, is up: answered, acknowledged, and ended by nobody
    /// (RFC 3261 section 12.2.2). The side that answers has lost the dialog.
    ///
    /// BYEs that cross each other or another request are normal (RFC 5407 sections 3.2.1 and 3.2.2). A NOTIFY may outlive
    /// the call, and a REFER that is refused or a request that went to the wrong URI is a matter of its own.
    static let lostState = Rule("dialog/lost-state", .warning, when: .init(facts: .failure)) { exchange, context in
        guard !context.hasLoss else { return [] }
        return exchange.dialogs.indices.compactMap { index -> Evidence? in
            let dialog = exchange.dialogs[index]
            guard exchange.beginning(of: dialog) != nil, let answered = dialog.answerTime,
                let ack = exchange.record(dialog.acknowledgement)
            else { return nil }
            let refused = exchange.messages(ofDialog: index).first { message in
                let record = exchange.messages[message]
                guard record.isRequest, let transaction = exchange.transaction(of: record) else { return false }
                return transaction.finalStatus == 481 && transaction.primary == nil
                    && Self.concernsCall(transaction.method) && transaction.startTime >= ack.time
                    && !exchange.isOver(dialog, before: transaction, context)
            }
            guard let refused, let transaction = exchange.transaction(of: exchange.messages[refused]),
                exchange.strayRequest(ofDialog: index, context)?.request != refused
            else { return nil }
            return Evidence(
                confidence: .observed, messages: [dialog.answer, refused, transaction.final],
                message: [
                    "server": .text(exchange.server(of: transaction)), "method": .text(transaction.method.name),
                    "client": .text(exchange.client(of: transaction)),
                    "status": .text(exchange.statusText(481, transaction.final)),
                    "elapsed": .duration(transaction.startTime - answered),
                ],
                advice: transaction.final.map { .response($0) } ?? .rule)
        }
    }

    private static func concernsCall(_ method: SIPParsing.Method) -> Bool {
        [.bye, .invite, .update, .info, .message, .options].contains(method)
    }
}

extension Exchange {
    /// Whether another BYE had passed before a request was answered, or may have: T1 after the answer tells.
    fileprivate func isOver(_ dialog: Dialog, before transaction: Transaction, _ context: RuleContext) -> Bool {
        let settled = (transaction.finalTime ?? transaction.startTime) + context.timers.t1
        guard isShown(until: settled, context) else { return true }
        return transactions.contains {
            $0.method == .bye && $0.leg == dialog.leg && $0.branch != transaction.branch
                && dialog.matches($0.fromTag, $0.toTag) && $0.startTime <= settled && $0.primary == nil
        }
    }
}
