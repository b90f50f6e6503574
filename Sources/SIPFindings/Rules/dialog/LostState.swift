import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A 481 to a request in a dialog that, as far as the trace shows, is up: answered, acknowledged, and ended by nobody
    /// (RFC 3261 section 12.2.2). The side that answers has lost the dialog, or the request names it wrongly.
    ///
    /// Two BYEs that cross are normal (RFC 5407 section 3.1.2), and a NOTIFY may outlive the call.
    static let lostState = Rule("dialog/lost-state", .warning, when: .init(facts: .failure)) { exchange, context in
        guard !context.hasLoss else { return [] }
        return exchange.dialogs.indices.compactMap { index -> Evidence? in
            let dialog = exchange.dialogs[index]
            guard dialog.invite != nil, dialog.answerTime != nil, dialog.acknowledgement != nil else { return nil }
            let refused = exchange.messages(ofDialog: index).first { message in
                let record = exchange.messages[message]
                guard record.isRequest, let transaction = exchange.transaction(of: record) else { return false }
                return transaction.finalStatus == 481 && transaction.primary == nil && Self.concernsCall(record.method)
                    && !exchange.isOver(dialog, before: transaction)
            }
            guard let refused, let transaction = exchange.transaction(of: exchange.messages[refused]),
                let answered = dialog.answerTime
            else { return nil }
            return Evidence(
                confidence: .observed, messages: [dialog.answer, refused, transaction.final],
                message: "\(exchange.server(of: transaction)) answered the \(transaction.method.name) of "
                    + "\(exchange.client(of: transaction)) with \(exchange.statusText(481, transaction.final)), "
                    + "\(transaction.startTime - answered) after the call was answered and though nobody had hung up",
                advice: .situation(481, transaction.method.name))
        }
    }

    private static func concernsCall(_ method: SIPParsing.Method) -> Bool {
        [.bye, .invite, .update, .info, .refer, .message, .options].contains(method)
    }
}

extension Exchange {
    /// Whether another BYE had passed before a request was answered.
    fileprivate func isOver(_ dialog: Dialog, before transaction: Transaction) -> Bool {
        transactions.contains {
            $0.method == .bye && $0.leg == dialog.leg && $0.branch != transaction.branch
                && dialog.matches($0.fromTag, $0.toTag) && $0.startTime <= (transaction.finalTime ?? $0.startTime)
                && $0.primary == nil
        }
    }
}
