import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A REFER without Refer-To, or with several (RFC 3515 section 2.4.1: exactly one). One that is answered 400, as it
    /// must be, is told of as a refused transfer, and one without an answer may still be.
    static let referToCount = Rule("transfer/refer-to-count", .error, when: .init(methods: [.refer])) { exchange, _ in
        let wrong = exchange.requests(.refer).filter { index in
            let refer = exchange.transactions[index]
            guard refer.finalStatus != 0, refer.finalStatus != 400 else { return false }
            return exchange.lacks(.referTo, refer.request) || exchange.values(of: .referTo, in: refer.request).count > 1
        }
        guard let first = wrong.first else { return [] }
        let refer = exchange.transactions[first]
        let count = exchange.values(of: .referTo, in: refer.request).count
        return [
            Evidence(
                confidence: .proven, messages: wrong.map { exchange.transactions[$0].request } + [refer.final],
                message: [
                    "client": .text(exchange.client(of: refer)), "fields": .choice(count == 0 ? "none" : "several"),
                    "count": .number(count), "responder": .text(exchange.responder(of: first)),
                    "status": .text(exchange.statusText(refer.finalStatus, refer.final)),
                ])
        ]
    }
}
