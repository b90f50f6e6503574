import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A response over UDP that goes neither to where its request came from nor to where the topmost Via says (RFC 3261
    /// section 18.2.2, RFC 3581 section 4). When the client goes on repeating, it did not get it.
    ///
    /// Behind an address translator a response has another destination than the request had a source: so it must go to
    /// the client's own address, at a port that the request did not come from.
    static let misdirectedResponse = Rule(
        "transport/misdirected-response", .warning, when: .init(facts: .irregular)
    ) { exchange, _ in
        let strayed = exchange.irregularities.filter { exchange.isStray($0) }
        let indices = strayed.compactMap(\.transaction)
        return exchange.groups(of: indices) { Culprit($0) }.compactMap { group in
            guard let first = group.first, let stray = strayed.first(where: { $0.transaction == first }),
                let message = stray.message
            else { return nil }
            let request = exchange.transactions[first]
            let wasRepeated = request.repeatsAfterResponse > 0
            return Evidence(
                confidence: wasRepeated ? .observed : .likely, messages: [request.request, message],
                message: [
                    "server": .text(exchange.server(of: request)), "message": exchange.messageName(message),
                    "destination": "\(exchange.destination(of: exchange.messages[message]))",
                    "client": .text(exchange.client(of: request)), "times": .number(group.count, above: 1),
                    "sequel": wasRepeated ? .choice("repeated") : nil,
                ])
        }
    }
}

extension Exchange {
    fileprivate func isStray(_ irregularity: Irregularity) -> Bool {
        guard irregularity.kind == .misdirectedResponse, let message = record(irregularity.message),
            let index = irregularity.transaction, !message.isRepeat,
            destination(of: message).address == endpoints[Int(transactions[index].source)].address
        else { return false }
        return !messages.contains {
            $0.isRequest && Int($0.transaction) == index && $0.source == message.destination
        }
    }
}
