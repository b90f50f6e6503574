import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A request in a dialog without any Route, though the messages that made the dialog came to its sender with
    /// Record-Route (RFC 3261 sections 12.1 and 12.2.1.1): it passes the proxies that wanted to stay on the path.
    ///
    /// Each side is held to what it received itself: the caller to the answer, the callee to the INVITE.
    static let missingRoute = Rule("dialog/missing-route", .warning, when: .init(headers: [.recordRoute])) {
        exchange, _ in
        exchange.dialogs.indices.compactMap { index in
            let dialog = exchange.dialogs[index]
            guard let invite = dialog.invite, dialog.answerTime != nil else { return nil }
            let bare = exchange.messages(ofDialog: index).filter { exchange.isBare($0, dialog, invite) }
            guard let first = bare.first else { return nil }
            let record = exchange.messages[first]
            let more = bare.count > 1 ? "; \(bare.count - 1) more of its requests lack it" : ""
            return Evidence(
                confidence: .observed, messages: [exchange.transactions[invite].request, dialog.answer, first],
                message:
                    "\(exchange.source(of: record)) sent \(record.method.name) in the dialog without Route, though "
                    + "the \(exchange.transactions[invite].source == record.source ? "answer" : "INVITE") that it had got "
                    + "carried Record-Route\(more)")
        }
    }
}

extension Exchange {
    /// Whether a request of a dialog lacks the route set that its sender got. A later hop's INVITE and answer tell that.
    fileprivate func isBare(_ message: MessageIndex, _ dialog: Dialog, _ invite: TransactionIndex) -> Bool {
        let record = messages[message]
        guard record.isRequest, record.flags.contains(.hasToTag), record.method != .cancel, lacks(.route, message)
        else { return false }
        return hops(of: invite).contains { hop in
            let transaction = transactions[hop]
            if transaction.source == record.source, transaction.viaCount == 1 {
                return transaction.isAnswered && has(.recordRoute, transaction.final)
            }
            return endpoints[Int(transaction.destination)] == source(of: record)
                && has(.recordRoute, transaction.request)
                && !hops(of: invite).contains { transactions[$0].source == transaction.destination }
        }
    }
}
