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
            let asked =
                exchange.number(.sessionExpires, of: transaction.request)
                .map { ", which asked for Session-Expires \($0)," } ?? ""
            return Evidence(
                confidence: .proven, messages: [transaction.request, transaction.final],
                message: "\(exchange.server(of: transaction)) answered the \(transaction.method.name) of "
                    + "\(exchange.client(of: transaction))\(asked) with "
                    + "\(exchange.statusText(422, transaction.final)) but without Min-SE, so the client "
                    + "cannot know which interval to ask for")
        }
    }
}
