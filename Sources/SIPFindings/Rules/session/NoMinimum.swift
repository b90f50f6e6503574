import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A 422 that does not say which interval would do: it must have Min-SE (RFC 4028 section 6).
    static let sessionNoMinimum = Rule("session/422-without-min-se", .error, when: .init(facts: .failure)) {
        exchange, _ in
        exchange.transactions.compactMap { transaction -> Evidence? in
            guard transaction.finalStatus == 422, transaction.primary == nil, transaction.request != nil,
                exchange.lacks(.minSE, transaction.final)
            else { return nil }
            return Evidence(
                confidence: .proven, messages: [transaction.request, transaction.final],
                message: [
                    "server": .text(exchange.server(of: transaction)),
                    "method": exchange.requestMethod(of: transaction),
                    "client": .text(exchange.client(of: transaction)),
                    "asked": exchange.number(.sessionExpires, of: transaction.request).map { "\($0)" },
                    "status": .text(exchange.statusText(422, transaction.final)),
                ])
        }
    }
}
