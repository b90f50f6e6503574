import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A response that does not give back what its request had on the same hop: more or fewer Via values, or another tag
    /// in From (RFC 3261 section 8.2.6.2). A client that gets a response with more Via values than it sent should discard
    /// it (section 8.1.3.3).
    ///
    /// Both are compared on one hop alone, between the same two addresses, where no border controller can have rewritten
    /// one and not the other.
    static let responseAltered = Rule("transaction/response-altered", .error, when: .init(facts: .irregular)) {
        exchange, _ in
        let altered = exchange.irregularities.filter { exchange.isAltered($0) }
        guard let first = altered.first, let index = first.transaction,
            let status = exchange.record(first.message)?.status
        else { return [] }
        let transaction = exchange.transactions[index]
        let rest = Set(altered.filter { $0.transaction == index }.map(\.message)).count - 1
        return [
            Evidence(
                confidence: .proven, messages: [first.other, first.message],
                message: [
                    "server": .text(exchange.server(of: transaction)),
                    "client": .text(exchange.client(of: transaction)),
                    "method": exchange.requestMethod(of: transaction),
                    "status": .text(exchange.statusText(status, first.message)),
                    "change": .choice(first.kind == .fromTagChanged ? "from-tag" : "vias"),
                    "vias": .number(Int(transaction.viaCount)), "more": .number(rest, above: 0),
                ])
        ]
    }
}

extension Exchange {
    fileprivate func isAltered(_ irregularity: Irregularity) -> Bool {
        guard irregularity.kind == .viaCountChanged || irregularity.kind == .fromTagChanged,
            let response = record(irregularity.message), let request = record(irregularity.other)
        else { return false }
        return isWhole(response) && request.flags.isDisjoint(with: [.truncated, .incomplete])
            && source(of: response).address == destination(of: request).address
            && destination(of: response).address == source(of: request).address
    }
}
