import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A signed INVITE whose Date, or the time in its PASSporT, is more than a minute away from when it passed (RFC
    /// 8224 sections 6.2 and 12.1): whoever verifies it takes it for a replay.
    ///
    /// The capture's clock may be the one that is wrong, and a trace that was written anew has times of its own.
    static let identityStale = Rule("identity/stale", .warning, when: .init(headers: [.identity])) { exchange, _ in
        var told: Set<Int> = []
        return exchange.requests(.invite).compactMap { index in
            let invite = exchange.transactions[index]
            guard exchange.has(.identity, invite.request), !told.contains(invite.leg),
                let stale = exchange.staleTime(of: invite)
            else { return nil }
            told.insert(invite.leg)
            return Evidence(
                confidence: .likely, messages: [invite.request],
                message: [
                    "source": .choice(stale.source), "client": .text(exchange.client(of: invite)),
                    "distance": .duration(stale.distance), "order": .choice(stale.isPast ? "before" : "after"),
                ])
        }
    }
}

/// A time that a request says it was signed at, and how far it is off.
private struct StaleTime {
    /// Where it says so, as one of the cases of the rule's text: `iat` or `date`.
    let source: String
    let distance: TimeSpan
    let isPast: Bool
}

extension Exchange {
    /// Verifiers allow so much (RFC 8224 section 12.1).
    private static let freshness = TimeSpan.seconds(60)

    fileprivate func staleTime(of invite: Transaction) -> StaleTime? {
        let issued = passports(of: invite.request).compactMap(\.issued).filter { abs($0) < 1e11 }
            .map { (source: "iat", seconds: Int64($0)) }
        let date = detail(.header(.date), of: invite.request).flatMap { SIPDate(text.span, $0) }
            .map { (source: "date", seconds: $0.secondsSince1970) }
        for (source, seconds) in issued + (date.map { [$0] } ?? []) {
            let distance = invite.startTime - Timestamp(seconds: seconds, nanoseconds: 0)
            let length = distance < .zero ? distance * -1 : distance
            if length > Self.freshness { return StaleTime(source: source, distance: length, isPast: distance > .zero) }
        }
        return nil
    }
}
