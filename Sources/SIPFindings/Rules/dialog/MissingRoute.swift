import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A request in a dialog without any Route, though the messages that made the dialog came to its sender with
    /// Record-Route (RFC 3261 sections 12.1 and 12.2.1.1): it passes the proxies that wanted to stay on the path.
    ///
    /// Each side is held to what it received itself: the caller to the answer, the callee to the INVITE. A proxy that
    /// stands in Record-Route itself takes its own value off, also where it hides the Via values of others.
    static let missingRoute = Rule("dialog/missing-route", .warning, when: .init(headers: [.recordRoute])) {
        exchange, _ in
        exchange.dialogs.indices.compactMap { index in
            let dialog = exchange.dialogs[index]
            guard let invite = exchange.beginning(of: dialog), dialog.answerTime != nil else { return nil }
            let bare = exchange.messages(ofDialog: index).compactMap { message in
                exchange.routeSource(of: message, index, invite).map { (message, $0) }
            }
            guard let (first, source) = bare.first, let told = exchange.record(source) else { return nil }
            let record = exchange.messages[first]
            guard !exchange.isRecorded(exchange.source(of: record).address, in: dialog.answer) else { return nil }
            return Evidence(
                confidence: .observed, messages: [exchange.transactions[invite].request, source, first],
                message: [
                    "sender": "\(exchange.source(of: record))", "method": exchange.requestMethod(of: record),
                    "told": .choice(told.isRequest ? "invite" : "answer"), "count": .number(bare.count, above: 1),
                ])
        }
    }
}

extension Exchange {
    /// The message with Record-Route that the sender of a request without Route got: the answer on the hop of the caller,
    /// or the INVITE on the last hop.
    fileprivate func routeSource(
        of message: MessageIndex, _ dialog: Int, _ invite: TransactionIndex
    ) -> MessageIndex? {
        let record = messages[message]
        guard record.isRequest, record.flags.contains(.hasToTag), record.method != .cancel, lacks(.route, message)
        else { return nil }
        let hops = hops(of: invite)
        for hop in hops {
            let transaction = transactions[hop]
            if transaction.source == record.source, transaction.viaCount == 1 {
                return messages.indices.first {
                    Int(messages[$0].transaction) == hop && messages[$0].dialog == dialog
                        && (200...299).contains(messages[$0].status) && has(.recordRoute, $0)
                }
            }
            if transaction.destination == record.source, has(.recordRoute, transaction.request),
                !hops.contains(where: { transactions[$0].source == transaction.destination })
            {
                return transaction.request
            }
        }
        return nil
    }

    /// Whether Record-Route of a message names an address.
    fileprivate func isRecorded(_ address: IPAddress, in message: MessageIndex?) -> Bool {
        values(of: .recordRoute, in: message).contains { value in
            NameAddress.list(text.span, value).contains { IPAddress(host: $0.uri.host) == address }
        }
    }
}
