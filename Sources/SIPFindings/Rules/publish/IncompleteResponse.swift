import SIPCatalog
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

        return [
            Evidence(
                confidence: .proven,
                messages: wrong.flatMap { [exchange.transactions[$0].request, exchange.transactions[$0].final] },
                message: [
                    "responder": .text(exchange.responder(of: first)), "client": .text(exchange.client(of: publish)),
                    "status": .text(exchange.statusText(publish.finalStatus, publish.final)), "lacking": names,
                    "count": .number(wrong.count, above: 1),
                ])
        ]
    }
}

extension Exchange {
    fileprivate func lackingPublishFields(_ index: TransactionIndex) -> PhraseValue? {
        let publish = transactions[index]
        guard publish.isAnswered, requestedExpiry(index) != 0 else { return nil }
        return names([.sipETag, .expires], lackingIn: publish.final)
    }
}
