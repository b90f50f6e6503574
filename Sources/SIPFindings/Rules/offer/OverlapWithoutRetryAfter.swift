import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A 500 to an INVITE or UPDATE that came while an earlier one of the same kind from the same side was open,
    /// without the Retry-After that this 500 must have (RFC 3261 section 14.2, RFC 3311 section 5.2).
    static let overlapWithoutRetryAfter = Rule(
        "offer/overlap-without-retry-after", .error, when: .init(facts: .failure)
    ) { exchange, context in
        guard !context.hasLoss else { return [] }
        return exchange.dialogs.indices.compactMap { place -> Evidence? in
            let requests = exchange.sessionRequests(ofDialog: place)
            let refused = requests.filter {
                let transaction = exchange.transactions[$0]
                return transaction.finalStatus == 500 && exchange.lacks(.retryAfter, transaction.final)
            }
            for later in refused {
                let transaction = exchange.transactions[later]
                guard let final = transaction.finalTime else { continue }
                let earlier = requests.first {
                    let other = exchange.transactions[$0]
                    return other.method == transaction.method && other.fromTag == transaction.fromTag
                        && other.cseq < transaction.cseq && other.startTime < transaction.startTime
                        && exchange.isOpen($0, at: final + Exchange.reordering, context.timers)
                }
                guard let earlier = earlier.map({ exchange.transactions[$0] }) else { continue }
                return Evidence(
                    confidence: .observed, messages: [earlier.request, transaction.request, transaction.final],
                    message: [
                        "server": .text(exchange.server(of: transaction)), "method": .text(transaction.method.name),
                        "cseq": "\(transaction.cseq)", "earlier": "\(earlier.cseq)",
                        "status": .text(exchange.statusText(500, transaction.final)),
                    ])
            }
            return nil
        }
    }
}
