import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A second REFER for the same target while the first transfer goes on and its subscription is about to run out: the
    /// transferor meant to refresh the subscription, which takes a SUBSCRIBE (RFC 3515 section 2.4.4), and asked for a
    /// second call. A REFER after a refusal or a result is another attempt.
    static let refreshedByRefer = Rule("transfer/refreshed-by-refer", .warning, when: .init(methods: [.refer])) {
        exchange, context in
        guard !context.hasLoss else { return [] }
        return exchange.transfers.indices.compactMap { place -> Evidence? in
            let again = exchange.transfers[place]
            let refer = exchange.transactions[again.transaction]
            let first = exchange.transfers[..<place].last {
                $0.leg == again.leg && $0.referTo == again.referTo && $0.kind == again.kind && $0.isAccepted
                    && exchange.transactions[$0.transaction].source == refer.source
            }
            guard let first,
                let last = first.subscription.notifications.last(where: { $0.time < again.time }),
                last.state != .terminated, (last.sipfragStatus ?? 0) < 200, let expires = last.expires, expires > 0
            else { return nil }
            let passed = again.time - last.time
            let duration = TimeSpan.seconds(Int64(expires))
            guard passed * 2 >= duration, passed <= .seconds(Int64(expires) &+ 4) else { return nil }
            return Evidence(
                confidence: .likely, messages: [first.refer, last.message, again.refer],
                message: [
                    "client": .text(exchange.client(of: refer)), "target": exchange.referTarget(of: again),
                    "after": .duration(passed), "announced": .duration(duration),
                ])
        }
    }
}
