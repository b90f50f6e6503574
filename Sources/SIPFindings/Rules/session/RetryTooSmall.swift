import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A request that was refused with 422 and sent again with an interval still below the Min-SE of that response (RFC
    /// 4028 section 7.4): it can only be refused again.
    ///
    /// A request without Session-Expires asks for no interval and is none.
    static let sessionRetryTooSmall = Rule("session/retry-too-small", .warning, when: .init(facts: .failure)) {
        exchange, _ in
        var seen: Set<UInt64> = []
        return exchange.transactions.compactMap { refused -> Evidence? in
            guard refused.finalStatus == 422, refused.primary == nil, refused.request != nil,
                let minimum = exchange.number(.minSE, of: refused.final), let time = refused.finalTime,
                !seen.contains(refused.fromTag)
            else { return nil }
            let retries = exchange.transactions.filter {
                exchange.isRetry($0, of: refused, after: time, below: minimum)
            }
            guard let retry = retries.first, let interval = exchange.number(.sessionExpires, of: retry.request) else {
                return nil
            }
            seen.insert(refused.fromTag)
            return Evidence(
                confidence: .proven, messages: [refused.request, refused.final, retry.request, retry.final],
                message: [
                    "client": .text(exchange.client(of: retry)), "method": exchange.requestMethod(of: retry),
                    "asked": "\(interval)", "elapsed": .duration(retry.startTime - time),
                    "status": .text(exchange.statusText(422, refused.final)), "minimum": "\(minimum)",
                    "more": .number(retries.count - 1, above: 0),
                ])
        }
    }
}

extension Exchange {
    /// Whether a request repeats a refused one, and asks for less than the minimum that it was told.
    fileprivate func isRetry(
        _ transaction: Transaction, of refused: Transaction, after time: Timestamp, below minimum: UInt32
    ) -> Bool {
        transaction.method == refused.method && transaction.leg == refused.leg && transaction.primary == nil
            && transaction.fromTag == refused.fromTag && transaction.toTag == refused.toTag
            && transaction.startTime > time
            && number(.sessionExpires, of: transaction.request).map { $0 < minimum } == true
    }
}
