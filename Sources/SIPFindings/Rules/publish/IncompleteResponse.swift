import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A 2xx to PUBLISH without SIP-ETag or without Expires (RFC 3903 section 6, step 6). One to a PUBLISH that removes
    /// what was published is not judged: there is nothing left to name.
    static let publishIncompleteResponse = Rule(
        "publish/incomplete-response", .error, when: .init(methods: [.publish])
    ) { exchange, _ in
        let wrong = exchange.requests(.publish).filter { exchange.lackingPublishFields($0) != nil }
        guard let first = wrong.first, let names = exchange.lackingPublishFields(first) else { return [] }
        let publish = exchange.transactions[first]
        let count = wrong.count > 1 ? " (\(wrong.count) times)" : ""
        return [
            Evidence(
                confidence: .proven,
                messages: wrong.flatMap { [exchange.transactions[$0].request, exchange.transactions[$0].final] },
                message:
                    "\(exchange.responder(of: first)) answered the PUBLISH of \(exchange.client(of: publish)) with "
                    + "\(exchange.statusText(publish.finalStatus, publish.final)) without \(names)\(count), which violates "
                    + "what a response to PUBLISH must have")
        ]
    }
}

extension Exchange {
    fileprivate func lackingPublishFields(_ index: TransactionIndex) -> String? {
        let publish = transactions[index]
        guard publish.isAnswered, requestedExpiry(index) != 0 else { return nil }
        switch (lacks(.sipETag, publish.final), lacks(.expires, publish.final)) {
        case (true, true): return "SIP-ETag and Expires"
        case (true, false): return "SIP-ETag"
        case (false, true): return "Expires"
        case (false, false): return nil
        }
    }
}
