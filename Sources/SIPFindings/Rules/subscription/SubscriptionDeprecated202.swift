import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A SUBSCRIBE or NOTIFY that was answered 202, which RFC 6665 section 8.3.1 gave up for 200. It is harmless: who
    /// receives it treats it as a 200. Notifiers of the time of RFC 3265 send it.
    static let subscriptionDeprecated202 = Rule(
        "subscription/deprecated-202", .info, when: .init(methods: [.subscribe, .notify])
    ) { exchange, _ in
        let answered = (exchange.requests(.subscribe) + exchange.requests(.notify)).filter {
            exchange.transactions[$0].finalStatus == 202
        }
        guard let first = answered.first else { return [] }
        let request = exchange.transactions[first]

        return [
            Evidence(
                confidence: .proven,
                messages: answered.flatMap { [exchange.transactions[$0].request, exchange.transactions[$0].final] },
                message: [
                    "responder": .text(exchange.responder(of: first)), "method": .text(request.method.name),
                    "client": .text(exchange.client(of: request)),
                    "status": .text(exchange.statusText(202, request.final)),
                    "count": .number(answered.count, above: 1),
                ])
        ]
    }
}
