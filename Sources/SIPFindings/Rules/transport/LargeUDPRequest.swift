import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A request of more than 1300 bytes over UDP that was repeated and got no response: the datagram had to be cut
    /// into fragments, of which one may have been lost (RFC 3261 section 18.1.1 asks for TCP).
    ///
    /// Large requests that are answered are left alone. Smaller ones that were answered by the same server at the time
    /// make it likelier. MESSAGE has a rule of its own.
    static let largeUDPRequest = Rule("transport/large-udp-request", .warning, when: .init(facts: .repeated)) {
        exchange, context in
        guard !context.hasLoss else { return [] }
        let lost = exchange.transactions.indices.filter { index in
            let request = exchange.transactions[index]
            return exchange.isLargeOverUDP(index) && request.requestRepeats > 0 && !request.hasResponse
                && request.method != .message && request.method != .ack
                && exchange.isShown(until: request.startTime + context.timers.transactionTimeout, context)
                && (exchange.keptRepeating(index, context) || exchange.isBothWays(request, context))
                && !exchange.hasResponseElsewhere(index)
        }
        return exchange.groups(of: lost) { Culprit($0, $0.method.name) }.compactMap { group in
            guard let first = group.first else { return nil }
            let request = exchange.transactions[first]
            return Evidence(
                confidence: .likely, messages: [request.request] + exchange.repetitions(of: first),
                message: [
                    "method": exchange.requestMethod(of: request), "client": .text(exchange.client(of: request)),
                    "server": .text(exchange.server(of: request)), "times": .number(group.count, above: 1),
                ])
        }
    }
}

extension Exchange {
    /// Whether the request was answered when it was sent another way, over TCP for instance.
    fileprivate func hasResponseElsewhere(_ index: TransactionIndex) -> Bool {
        let request = transactions[index]
        return transactions.contains {
            $0.method == request.method && $0.cseq == request.cseq && $0.leg == request.leg && $0.hasResponse
                && $0.viaCount <= request.viaCount
        }
    }
}
