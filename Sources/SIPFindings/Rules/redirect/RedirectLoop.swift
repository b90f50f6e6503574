import SIPCatalog
import SIPDialogs
import TraceTypes
import SIPParsing

extension Rule {
    /// Redirects that lead back to where the call has been (RFC 3261 section 8.1.3.4: each URI at most once; section 8.3:
    /// never the Request-URI itself). A call that was answered all the same got out of the circle.
    static let redirectLoop = Rule("redirect/loop", .error, when: .init(facts: .failure)) { exchange, context in
        exchange.redirects.indices.compactMap { index in
            let last = exchange.redirects[index]
            let root = exchange.root(of: last)
            guard last.leadsBack,
                !exchange.redirects[(index + 1)...].contains(where: {
                    $0.leadsBack && exchange.root(of: $0) == root
                }),
                exchange.result(ofLeg: root, context.timers).outcome != .answered
            else { return nil }
            let chain = exchange.redirects[...index].filter { exchange.root(of: $0) == root }
            let invite = exchange.transactions[last.transaction]

            return Evidence(
                confidence: .proven,
                messages: chain.flatMap { [exchange.transactions[$0.transaction].request, $0.message] },
                message: .init(
                    chain.count == 1 ? "" : "chain",
                    [
                        "server": .text(exchange.server(of: invite)), "target": .text(exchange.target(of: invite)),
                        "status": .text(exchange.statusText(last.status, last.message)),
                        "contacts": last.contactList, "redirects": .number(chain.count),
                    ]))
        }
    }
}

extension Exchange {
    fileprivate func root(of redirect: Redirect) -> Int {
        redirectedFrom(leg: transactions[redirect.transaction].leg)
    }
}
