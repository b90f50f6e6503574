import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// An INVITE that arrives at a proxy with Identity and leaves it without: whoever is behind it cannot verify who
    /// calls (RFC 8224 section 12.3).
    static let identityLost = Rule("identity/lost", .warning, when: .init(headers: [.identity])) { exchange, _ in
        exchange.requests(.invite).compactMap { index in
            let hops = exchange.hops(of: index).filter { exchange.transactions[$0].request != nil }
            for near in hops where exchange.has(.identity, exchange.transactions[near].request) {
                let before = exchange.transactions[near]
                let far = hops.first { exchange.loses(.identity, before, exchange.transactions[$0]) }
                guard let far else { continue }
                let after = exchange.transactions[far]
                return Evidence(
                    confidence: .observed, messages: [before.request, after.request],
                    message: [
                        "client": .text(exchange.client(of: before)), "proxy": .text(exchange.client(of: after)),
                        "server": .text(exchange.server(of: after)),
                    ])
            }
            return nil
        }
    }
}

extension Exchange {
    /// Whether the element between two hops of a request took a header field out.
    fileprivate func loses(_ name: HeaderName, _ near: Transaction, _ far: Transaction) -> Bool {
        far.viaCount == near.viaCount + 1 && lacks(name, far.request)
            && endpoints[Int(near.destination)].address == endpoints[Int(far.source)].address
    }
}
