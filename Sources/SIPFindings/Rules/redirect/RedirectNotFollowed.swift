import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A 3xx that ended the call because no INVITE went to its Contact (RFC 3261 section 8.1.3.4).
    ///
    /// A caller that hung up before the 3xx came follows nothing, where requests were not captured none is seen, as
    /// responses from a Contact's address show, and where a gateway sends a tel: Contact on to is not written in it.
    static let redirectNotFollowed = Rule("redirect/not-followed", .warning, when: .init(facts: .failure)) {
        exchange, context in
        guard !context.hasLoss else { return [] }
        return exchange.redirects.indices.compactMap { index in
            let redirect = exchange.redirects[index]
            let invite = exchange.transactions[redirect.transaction]
            let nearest = exchange.transactions[invite.primary ?? redirect.transaction]
            guard redirect.follower == nil, !redirect.leadsBack, redirect.contacts.isEmpty || redirect.isFollowedBySIP,
                (300...399).contains(nearest.finalStatus),
                invite.request != nil, nearest.request != nil, nearest.cancelTime == nil, invite.cancelTime == nil,
                exchange.observedUntil - redirect.time >= redirect.followUpTime(context.timers),
                !exchange.isFollowedUnseen(redirect, by: invite, context),
                !exchange.redirects[(index + 1)...].contains(where: {
                    exchange.transactions[$0.transaction].leg == invite.leg
                }),
                exchange.result(ofLeg: invite.leg, context.timers).outcome == .redirected
            else { return nil }

            return Evidence(
                confidence: redirect.contacts.isEmpty ? .proven : .observed,
                messages: [invite.request, redirect.message],
                message: .init(
                    redirect.contacts.isEmpty ? "no-contact" : "",
                    [
                        "server": .text(exchange.server(of: invite)), "target": .text(exchange.target(of: invite)),
                        "status": .text(exchange.statusText(redirect.status, redirect.message)),
                        "contacts": redirect.contactList, "waited": .duration(exchange.observedUntil - redirect.time),
                    ]),
                advice: redirect.contacts.isEmpty ? .situation(302, "without-contact") : .rule)
        }
    }
}

extension Exchange {
    /// Whether a Contact's address was seen to send to the caller, but never the other way.
    fileprivate func isFollowedUnseen(_ redirect: Redirect, by invite: Transaction, _ context: RuleContext) -> Bool {
        let caller = endpoints[Int(invite.source)].address
        return redirect.contacts.contains { contact in
            guard let host = SIPURI.parse(contact)?.host, let address = IPAddress(host: host) else { return false }
            return context.directions.contains(from: address, to: caller)
                && !context.directions.contains(from: caller, to: address)
        }
    }
}

extension Redirect {
    /// Its Contacts, the first few.
    var contactList: PhraseValue { .list(contacts.prefix(3).map { .text(escaped($0)) }) }
    /// A client that follows a redirect does so at once; a few seconds leave room for one that asks whether it may.
    static let followUpTime = TimeSpan.seconds(4)

    /// How long to wait for the INVITE that follows: where a person has to choose, it takes longer.
    fileprivate func followUpTime(_ timers: TimerValues) -> TimeSpan {
        status == 300 || status == 380 ? timers.transactionTimeout : Self.followUpTime
    }

    /// Whether the INVITE that follows shows a Contact: that to a tel URI has a Request-URI of its own making.
    var isFollowedBySIP: Bool {
        contacts.contains { $0.lowercased().hasPrefix("sip:") || $0.lowercased().hasPrefix("sips:") }
    }
}
