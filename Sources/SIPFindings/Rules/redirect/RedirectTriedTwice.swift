import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// An address that was tried, failed, and was tried again for the same call because a later redirect named it once
    /// more (RFC 3261 section 8.1.3.4: each URI at most once).
    ///
    /// A redirect that names nothing new is told by `redirect/loop`. The same address with credentials, or after a
    /// response that asks for another form of the request, is no second try.
    static let redirectTriedTwice = Rule("redirect/tried-twice", .error, when: .init(facts: .failure)) {
        exchange, context in
        exchange.redirects.compactMap { redirect in
            guard !redirect.leadsBack, exchange.isWhole(exchange.messages[redirect.message]),
                let follower = redirect.follower,
                let earlier = exchange.earlierTry(of: follower, after: redirect)
            else { return nil }
            let again = exchange.transactions[follower]
            let root = exchange.redirectedFrom(leg: again.leg)
            let isAnswered = exchange.result(ofLeg: root, context.timers).outcome == .answered
            let first = exchange.transactions[earlier]
            return Evidence(
                confidence: .proven, severity: isAnswered ? .warning : nil,
                messages: [first.request, first.final, redirect.message, again.request],
                message: [
                    "client": .text(exchange.client(of: again)), "target": .text(exchange.target(of: again)),
                    "redirect": "\(redirect.status)",
                    "status": .text(exchange.statusText(first.finalStatus, first.final)),
                ])
        }
    }
}

extension Exchange {
    /// Responses after which the same address is asked again as it should be.
    private static let asksForMore: Set<UInt16> = [
        401, 407, 408, 413, 415, 416, 420, 421, 422, 428, 436, 437, 438, 480, 491, 494, 500, 503, 504,
    ]

    /// An INVITE of the same call to the same address that had failed before the redirect came.
    fileprivate func earlierTry(of follower: TransactionIndex, after redirect: Redirect) -> TransactionIndex? {
        let again = transactions[follower]
        guard again.primary == nil, let place = detail(.requestURI, of: again.request),
            let uri = SIPURI(text.span, place)
        else { return nil }
        let root = redirectedFrom(leg: again.leg)
        return transactions.indices.prefix(redirect.transaction).last { index in
            let known = transactions[index]
            guard known.isInitialInvite, known.primary == nil, known.source == again.source,
                redirectedFrom(leg: known.leg) == root, known.finalStatus >= 300,
                !Self.asksForMore.contains(known.finalStatus), let time = known.finalTime, time <= redirect.time,
                let place = detail(.requestURI, of: known.request), let tried = SIPURI(text.span, place)
            else { return false }
            return tried.isEquivalent(to: uri)
        }
    }
}
