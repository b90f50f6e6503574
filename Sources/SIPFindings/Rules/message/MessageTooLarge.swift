import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A MESSAGE of more than 1300 bytes over UDP (RFC 3428 section 8): no congestion control protects the path, and
    /// the datagram is cut into fragments, of which many devices drop all but the first.
    ///
    /// A client that knows the path may send more; a trace cannot tell what it knows.
    static let messageTooLarge = Rule("message/too-large", .warning, when: .init(methods: [.message])) { exchange, _ in
        let large = exchange.firstHops.filter {
            exchange.isLargeOverUDP($0) && exchange.transactions[$0].method == .message
        }
        return exchange.groups(of: large) { Culprit($0) }.compactMap { group in
            guard let first = group.first else { return nil }
            let request = exchange.transactions[first]
            return Evidence(
                confidence: .proven, messages: group.prefix(3).map { exchange.transactions[$0].request },
                message: [
                    "client": .text(exchange.client(of: request)), "server": .text(exchange.server(of: request)),
                    "count": .number(group.count, above: 1),
                ])
        }
    }
}

extension Exchange {
    /// Whether a request has more than 1300 bytes and went over UDP.
    func isLargeOverUDP(_ index: TransactionIndex) -> Bool {
        transactions[index].transport == .udp && record(transactions[index].request)?.flags.contains(.large) == true
    }
}
