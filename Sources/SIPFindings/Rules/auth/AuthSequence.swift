import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A challenged request that comes again with credentials and the CSeq number of the first (RFC 3261 section 22.2:
    /// it must be increased).
    ///
    /// The same number on a further hop, or in a repetition without credentials, is another matter.
    static let authSequence = Rule(
        "auth/sequence-not-increased", .error, when: .init(headers: [.wwwAuthenticate, .proxyAuthenticate])
    ) { exchange, _ in
        let again = exchange.firstHops.filter { exchange.challengedTwin(of: $0) != nil }
        return exchange.groups(of: again) { Culprit($0, $0.method.name) }.compactMap { group in
            guard let first = group.first, let twin = exchange.challengedTwin(of: first) else { return nil }
            let request = exchange.transactions[first]
            let challenged = exchange.transactions[twin]
            return Evidence(
                confidence: .proven, messages: [challenged.request, challenged.final, request.request],
                message: [
                    "client": .text(exchange.client(of: request)), "method": exchange.requestMethod(of: request),
                    "status": "\(challenged.finalStatus)", "responder": .text(exchange.responder(of: twin)),
                    "cseq": "\(request.cseq)", "count": .number(group.count, above: 1),
                ])
        }
    }
}

extension Exchange {
    /// The challenged request that this one repeats with the same number.
    fileprivate func challengedTwin(of index: TransactionIndex) -> TransactionIndex? {
        let request = transactions[index]
        guard request.request != nil, request.hasCredentials else { return nil }
        return transactions.indices.prefix(index).last { other in
            let known = transactions[other]
            guard known.primary == nil, known.request != nil, known.method == request.method,
                known.cseq == request.cseq, known.leg == request.leg, known.source == request.source,
                known.destination == request.destination, known.finalStatus == 401 || known.finalStatus == 407,
                !known.hasCredentials || known.rejectedRealm != nil, let time = known.finalTime
            else { return false }
            return request.startTime >= time
        }
    }
}
