import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// One device that uses a tag in To while it rings and another when it answers (RFC 3261 section 8.2.6.2: all
    /// responses to a request have one tag).
    ///
    /// Several tags are right where a proxy forks or hunts. So it must be one and the same Contact that changes its tag,
    /// of a user and not of a server, seen by a client whose request had come no further than that, and nothing may say
    /// that the call was passed on: 181, or 199, which ends an early dialog (RFC 6228).
    static let toTagChanged = Rule("dialog/to-tag-changed", .warning, when: .init(methods: [.invite])) {
        exchange, context in
        guard exchange.dialogs.count > 1, !context.hasLoss else { return [] }
        return exchange.requests(.invite).compactMap { index -> Evidence? in
            let transaction = exchange.transactions[index]
            guard transaction.viaCount == 1, transaction.isInitialInvite,
                let final = exchange.record(transaction.final),
                let answered = final.dialog, let target = exchange.contact(of: transaction.final), target.user != nil
            else { return nil }
            let provisionals = exchange.newMessages.filter { message in
                let record = exchange.messages[message]
                return Int(record.transaction) == index && record.status > 100 && record.status < 200
            }
            guard !provisionals.contains(where: { [181, 199].contains(exchange.messages[$0].status) }) else {
                return nil
            }
            // A device of a fork that answers has rung with its own tag.
            guard !provisionals.contains(where: { exchange.messages[$0].dialog == answered }) else { return nil }
            let early = provisionals.first { message in
                let dialog = exchange.messages[message].dialog
                return dialog != nil && dialog != answered && exchange.contact(of: message)?.text == target.text
            }
            guard let early else { return nil }
            return Evidence(
                confidence: .likely, messages: [transaction.request, early, transaction.final],
                message: [
                    "server": .text(exchange.server(of: transaction)),
                    "early-status": "\(exchange.messages[early].status)",
                    "status": .text(exchange.statusText(transaction.finalStatus, transaction.final)),
                    "contact": .text(escaped(target.text)),
                ])
        }
    }
}
