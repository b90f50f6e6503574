import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A 3xx that ended the call because no INVITE went to its Contact (RFC 3261 section 8.1.3.4).
    static let redirectNotFollowed = Rule("redirect/not-followed", .warning) { exchange, context in
        guard !context.hasLoss else { return [] }
        return exchange.redirects.compactMap { redirect in
            let invite = exchange.transactions[redirect.transaction]
            let nearest = exchange.transactions[invite.primary ?? redirect.transaction]
            guard redirect.follower == nil, !redirect.leadsBack, (300...399).contains(nearest.finalStatus),
                exchange.observedUntil - redirect.time >= followUpTime,
                exchange.result(ofLeg: invite.leg, context.timers).outcome == .redirected
            else { return nil }
            let status = exchange.statusText(redirect.status, redirect.message)
            let contacts = redirect.contacts.prefix(3).map { escaped($0) }.joined(separator: ", ")
            let story =
                redirect.contacts.isEmpty
                ? "\(status) from \(exchange.server(of: invite)) named no Contact, so nobody can follow it"
                : "\(exchange.server(of: invite)) redirected the INVITE for \(exchange.target(of: invite)) with \(status) "
                    + "to \(contacts), and in the \(exchange.observedUntil - redirect.time) after it no INVITE went there"
            return Evidence(
                confidence: redirect.contacts.isEmpty ? .proven : .observed,
                messages: [invite.request, redirect.message], message: story)
        }
    }

    /// A client that follows a redirect does so at once; a few seconds leave room for one that asks its user.
    private static let followUpTime = TimeSpan.seconds(4)
}
