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
                message: "\(stale.name) in the INVITE from \(exchange.client(of: invite)) is \(stale.distance) "
                    + "\(stale.isPast ? "before" : "after") the time when it passed, more than the minute that "
                    + "verifiers allow; check the capture's clock")
        }
    }
}

/// A time that a request says it was signed at, and how far it is off.
private struct StaleTime {
    let name: String
    let distance: TimeSpan
    let isPast: Bool
}

extension Exchange {
    /// Verifiers allow so much (RFC 8224 section 12.1).
    private static let freshness = TimeSpan.seconds(60)

    fileprivate func staleTime(of invite: Transaction) -> StaleTime? {
        let issued = passports(of: invite.request).compactMap(\.issued).filter { abs($0) < 1e11 }
            .map { (name: "iat of the PASSporT", seconds: Int64($0)) }
        let date = detail(.header(.date), of: invite.request).flatMap { SIPDate(text.span, $0) }
            .map { (name: "Date", seconds: $0.secondsSince1970) }
        for (name, seconds) in issued + (date.map { [$0] } ?? []) {
            let distance = invite.startTime - Timestamp(seconds: seconds, nanoseconds: 0)
            let length = distance < .zero ? distance * -1 : distance
            if length > Self.freshness { return StaleTime(name: name, distance: length, isPast: distance > .zero) }
        }
        return nil
    }
}
