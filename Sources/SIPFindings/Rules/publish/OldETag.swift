import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A PUBLISH with an entity-tag that a later 2xx had replaced (RFC 3903 sections 4.1 and 4.3: the client stores the
    /// new one). A PUBLISH that was sent before the answer that replaced the tag is none.
    static let publishOldETag = Rule(
        "publish/old-etag", .error, when: .init(headers: [.sipIfMatch])
    ) { exchange, _ in
        let publishes = exchange.requests(.publish)
        let wrong = publishes.compactMap { index -> (old: TransactionIndex, by: TransactionIndex)? in
            let publish = exchange.transactions[index]
            guard let tag = exchange.header(.sipIfMatch, of: publish.request) else { return nil }
            let replacing = publishes.first { other in
                let earlier = exchange.transactions[other]
                guard let answered = earlier.finalTime, other != index else { return false }
                return earlier.isAnswered && answered < publish.startTime
                    && exchange.header(.sipIfMatch, of: earlier.request) == tag
                    && exchange.header(.sipETag, of: earlier.final).map { $0 != tag } == true
            }
            return replacing.map { (index, $0) }
        }
        guard let first = wrong.first else { return [] }
        let publish = exchange.transactions[first.old]
        let earlier = exchange.transactions[first.by]
        let tag = exchange.header(.sipIfMatch, of: publish.request).map(escaped) ?? ""
        let new = exchange.header(.sipETag, of: earlier.final).map(escaped) ?? ""

        return [
            Evidence(
                confidence: .observed,
                messages: [earlier.request, earlier.final]
                    + wrong.flatMap { [exchange.transactions[$0.old].request, exchange.transactions[$0.old].final] },
                message: [
                    "client": .text(exchange.client(of: publish)), "old": .text(tag),
                    "count": .number(wrong.count, above: 1),
                    "before": .duration(publish.startTime - (earlier.finalTime ?? publish.startTime)),
                    "new": .text(new),
                ])
        ]
    }
}
