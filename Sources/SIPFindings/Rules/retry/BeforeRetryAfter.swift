import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A request that comes again before the time in Retry-After is over (RFC 3261 sections 20.33 and 21.5.4).
    ///
    /// Another server may be asked at once; 403 and 6xx have rules of their own. A request with other credentials or
    /// for another target is another request, except after 503, which speaks for the server.
    static let beforeRetryAfter = Rule("retry/before-retry-after", .warning, when: .init(headers: [.retryAfter])) {
        exchange, _ in
        let early = exchange.firstHops.filter { exchange.ignoredWait(before: $0) != nil }
        return exchange.groups(of: early) { Culprit($0, $0.method.name) }.compactMap { group in
            guard let first = group.first, let wait = exchange.ignoredWait(before: first) else { return nil }
            let request = exchange.transactions[first]
            let refused = exchange.transactions[wait.transaction]
            return Evidence(
                confidence: .proven, messages: [refused.final, request.request],
                message: [
                    "client": .text(exchange.client(of: request)), "method": exchange.requestMethod(of: request),
                    "server": .text(exchange.server(of: request)),
                    "after": .duration(request.startTime - wait.since),
                    "status": .text(exchange.statusText(refused.finalStatus, refused.final)),
                    "seconds": .number(wait.seconds), "count": .number(group.count, above: 1),
                ])
        }
    }
}

/// What a refusal asked its client to wait for.
private struct Wait {
    let transaction: TransactionIndex
    let since: Timestamp
    let seconds: Int
}

extension Exchange {
    /// The latest refusal of the same request by the same server whose time of waiting was not over.
    fileprivate func ignoredWait(before index: TransactionIndex) -> Wait? {
        let request = transactions[index]
        guard request.request != nil, request.method != .cancel, request.method != .ack else { return nil }
        for other in transactions.indices.prefix(index).reversed() {
            let known = transactions[other]
            guard known.primary == nil, known.method == request.method, known.source == request.source,
                known.destination == request.destination, known.isInDialog == request.isInDialog,
                (400...599).contains(known.finalStatus), known.finalStatus != 403, let since = known.finalTime,
                request.startTime > since, isSameTarget(known, request)
            else { continue }
            guard let value = detail(.header(.retryAfter), of: known.final),
                let seconds = RetryAfter(text.span, value)?.seconds,
                request.startTime - since < .seconds(Int64(clamping: seconds))
            else { return nil }
            return Wait(transaction: other, since: since, seconds: seconds)
        }
        return nil
    }

    private func isSameTarget(_ known: Transaction, _ request: Transaction) -> Bool {
        guard known.finalStatus != 503 else { return true }
        return known.leg == request.leg && known.hasCredentials == request.hasCredentials
            && detail(.requestURI, of: known.request).map(string)
                == detail(.requestURI, of: request.request).map(string)
    }
}
