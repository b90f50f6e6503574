import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A 423 to a SUBSCRIBE or REGISTER that asked for an hour or more, or for the end (RFC 6665 section 4.2.1.1, RFC 3261
    /// section 10.3: only if the interval is above zero and below one hour). An interval that the request leaves to the
    /// server says nothing.
    static let needless423 = Rule(
        "expiry/needless-423", .error, when: .init(headers: [.minExpires])
    ) { exchange, _ in
        let wrong = (exchange.requests(.subscribe) + exchange.requests(.register)).filter { index in
            guard exchange.transactions[index].finalStatus == 423 else { return false }
            let intervals = exchange.intervals(of: exchange.transactions[index].request)
            return !intervals.isEmpty && intervals.allSatisfy { $0 == 0 || $0 >= 3_600 }
        }
        guard let first = wrong.first else { return [] }
        let request = exchange.transactions[first]

        return [
            Evidence(
                confidence: .proven,
                messages: wrong.flatMap { [exchange.transactions[$0].request, exchange.transactions[$0].final] },
                message: [
                    "responder": .text(exchange.responder(of: first)), "method": .text(request.method.name),
                    "client": .text(exchange.client(of: request)),
                    "asked": .list(exchange.intervals(of: request.request).map { "\($0)" }),
                    "status": .text(exchange.statusText(423, request.final)),
                ])
        ]
    }
}

extension Exchange {
    /// The intervals that a request asks for, in seconds: `expires` of each Contact of a REGISTER, else Expires.
    fileprivate func intervals(of request: MessageIndex?) -> [UInt32] {
        let common = number(.expires, of: request)
        let contacts = values(of: .contact, in: request).flatMap { NameAddress.list(text.span, $0) }
        guard record(request)?.method == .register, !contacts.isEmpty else { return common.map { [$0] } ?? [] }
        let own = contacts.map { $0.parameter("expires").flatMap { UInt32($0) } ?? common }
        return own.contains(nil) ? [] : own.compactMap { $0 }
    }
}
