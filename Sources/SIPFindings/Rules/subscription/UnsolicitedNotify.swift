import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A NOTIFY outside of any subscription: PBXs send them to have telephones read their configuration again, to show
    /// waiting messages, or to keep a translator's binding. RFC 6665 does not allow it (section 4.1.3 has it answered
    /// 481), and many telephones take it.
    static let unsolicitedNotify = Rule(
        "subscription/unsolicited-notify", .info, when: .init(methods: [.notify])
    ) { exchange, context in
        guard !exchange.isPartial, !context.hasLoss else { return [] }
        let unsolicited = exchange.requests(.notify).filter { !exchange.transactions[$0].isInDialog }
        guard exchange.requests(.subscribe).isEmpty, let index = unsolicited.first else { return [] }
        let notify = exchange.transactions[index]
        let isAnswered = notify.finalStatus != 0
        return [
            Evidence(
                confidence: .proven, messages: unsolicited.map { exchange.transactions[$0].request } + [notify.final],
                message: [
                    "client": .text(exchange.client(of: notify)),
                    "event": exchange.header(.event, of: notify.request).map { .text(escaped($0)) },
                    "count": .number(unsolicited.count, above: 1), "responder": .text(exchange.responder(of: index)),
                    "status": isAnswered ? .text(exchange.statusText(notify.finalStatus, notify.final)) : nil,
                ])
        ]
    }
}
