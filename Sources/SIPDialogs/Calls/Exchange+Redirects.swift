import SIPParsing
import TraceTypes

/// 3xx responses to INVITE (RFC 3261 sections 8.1.3.4 and 16.7).
extension Exchange {
    mutating func addRedirect(
        _ status: UInt16, _ message: Message, _ bytes: Span<UInt8>, _ index: TransactionIndex, _ record: MessageIndex?,
        _ context: TrackingContext
    ) -> Int? {
        guard redirects.count < context.limits.partsPerExchange, let record else { return nil }
        var contacts: [SIPURI] = []
        for value in message.all(.contact) where contacts.count < context.limits.partsPerExchange {
            let room = context.limits.partsPerExchange - contacts.count
            contacts += NameAddress.list(bytes, value).prefix(room).map(\.uri)
        }
        let texts = contacts.map(\.text)
        if isForwardedRedirect(index, texts) { return nil }
        let tried = triedURIs(index, context.limits)
        redirects.append(
            Redirect(
                status: status, transaction: index, message: record, time: context.header.time, contacts: texts,
                leadsBack: !contacts.isEmpty
                    && contacts.allSatisfy { contact in tried.contains { $0.isEquivalent(to: contact) } },
                contactKeys: texts.map { URIKey.make($0, seed: context.seed) },
                userKeys: texts.map { URIKey.user($0, seed: context.seed) }))
        return redirects.count - 1
    }

    /// Whether a proxy passed on the redirect that was seen on another hop of the same request.
    private func isForwardedRedirect(_ index: TransactionIndex, _ contacts: [String]) -> Bool {
        let primary = transactions[index].primary ?? index
        return redirects.contains {
            ($0.transaction == primary || transactions[$0.transaction].primary == primary) && $0.contacts == contacts
        }
    }

    /// The Request-URIs of the INVITEs outside of a dialog so far in the chain of redirects that led to this one.
    private func triedURIs(_ index: TransactionIndex, _ limits: TrackingLimits) -> [SIPURI] {
        transactions.indices.suffix(limits.transactionsSearched)
            .filter { transactions[$0].isInitialInvite && isSameAttempt($0, index) }
            .compactMap { detail(.requestURI, of: transactions[$0].request) }
            .compactMap { SIPURI(text.span, $0) }
    }

    /// Whether two INVITEs belong to one attempt: the same leg, or legs that a redirect joins.
    private func isSameAttempt(_ first: TransactionIndex, _ second: TransactionIndex) -> Bool {
        attemptRoot(transactions[first].leg) == attemptRoot(transactions[second].leg)
    }

    private func attemptRoot(_ leg: Int) -> Int {
        var root = leg
        for _ in legs.indices {
            guard legs.indices.contains(root), case .redirect(let index) = legs[root].origin,
                redirects.indices.contains(index)
            else { break }
            root = transactions[redirects[index].transaction].leg
        }
        return root
    }

    /// Joins an INVITE to the redirect in this exchange that it follows: it goes to one of the Contacts, or, under the
    /// same Call-ID, at least no longer to the address that redirected.
    mutating func followRedirect(_ index: TransactionIndex, targetKey: UInt64, seed: UInt64) {
        for redirect in redirects.indices.reversed() where redirects[redirect].follower == nil {
            let redirected = redirects[redirect].transaction
            guard redirected < index, attemptRoot(transactions[redirected].leg) == attemptRoot(transactions[index].leg)
            else { continue }
            let isToContact = redirects[redirect].contactKeys.contains(targetKey)
            let isElsewhere =
                transactions[redirected].leg == transactions[index].leg
                && transactions[index].cseq > transactions[redirected].cseq
                && detail(.requestURI, of: transactions[redirected].request)
                    .map { URIKey.make(text.span, $0, seed: seed) != targetKey } == true
            if isToContact || isElsewhere {
                redirects[redirect].follower = index
                return
            }
        }
    }
}
