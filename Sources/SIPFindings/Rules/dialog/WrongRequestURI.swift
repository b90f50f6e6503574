import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A request in a dialog that goes to another URI than the Contact of the other side, and fails (RFC 3261 section
    /// 12.2.1.1: the Request-URI is the remote target).
    ///
    /// A server that puts the address a packet came from in the place of a private Contact does well, and with a Route
    /// the Request-URI may be the first router's. Only a request that its own sender sent, and that was not answered with
    /// success, counts.
    static let wrongRequestURI = Rule(
        "dialog/wrong-request-uri", .warning, when: .init(methods: [.bye, .invite, .update, .info, .refer, .notify])
    ) { exchange, context in
        exchange.dialogs.indices.compactMap { exchange.strayRequest(ofDialog: $0, context) }
    }
}

extension Exchange {
    fileprivate func strayRequest(ofDialog index: Int, _ context: RuleContext) -> Evidence? {
        let dialog = dialogs[index]
        guard dialog.invite != nil, dialog.answerTime != nil else { return nil }
        var targets: (caller: MessageIndex?, callee: MessageIndex?)
        targets.caller = dialog.invite.flatMap { transactions[$0].request }
        for message in messages(ofDialog: index) {
            let record = messages[message]
            guard let transaction = transaction(of: record), transaction.primary == nil else { continue }
            let isFromCaller = isByCaller(transaction, in: dialog) == record.isRequest
            if record.isRequest, transaction.isInDialog, record.method != .ack, record.method != .cancel {
                let target = isFromCaller ? targets.callee : targets.caller
                if let evidence = stray(message, transaction, target: target, context) { return evidence }
            }
            if has(.contact, message) {
                if isFromCaller { targets.caller = message } else { targets.callee = message }
            }
        }
        return nil
    }

    private func stray(
        _ message: MessageIndex, _ transaction: Transaction, target: MessageIndex?, _ context: RuleContext
    ) -> Evidence? {
        let hasFailed =
            transaction.finalStatus >= 400
            || transaction.finalStatus == 0
                && isShown(until: transaction.startTime + context.timers.transactionTimeout, context)
        guard transaction.viaCount == 1, hasFailed, lacks(.route, message), let uri = requestURI(of: message),
            let wanted = contact(of: target), uri.host != wanted.host,
            uri.host != "\(endpoints[Int(transaction.destination)].address)",
            uri.host != "[\(endpoints[Int(transaction.destination)].address)]"
        else { return nil }
        let answer =
            transaction.finalStatus > 0
            ? "was answered \(statusText(transaction.finalStatus, transaction.final))" : "got no answer"
        return Evidence(
            confidence: .likely, messages: [target, message, transaction.final],
            message: "\(client(of: transaction)) sent \(transaction.method.name) in the dialog to "
                + "\(escaped(uri.text)), though the last Contact of the other side is \(escaped(wanted.text)); it \(answer)"
        )
    }
}
