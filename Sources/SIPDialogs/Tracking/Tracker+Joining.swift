import SIPParsing
import TraceTypes

/// Joining an INVITE under a new Call-ID to the exchange that brought it about.
extension Tracker {
    /// Lets a new part of an exchange, and the INVITEs that may follow one, find each other.
    mutating func settle(_ effect: TrackingEffect, _ slot: Int, _ message: Message, _ bytes: Span<UInt8>) {
        if let index = effect.newTransfer { awaitReferred(index, slot) }
        if let index = effect.newRedirect { awaitFollower(index, slot) }
        if let index = effect.registering { settleRegistration(index, slot, message, bytes) }
        guard let invite = effect.newInvite, let uri = message.requestURI else { return }
        if !slots[slot].redirects.isEmpty {
            slots[slot].followRedirect(invite, targetKey: URIKey.make(bytes, uri, seed: seed), seed: seed)
        }
        slots[slot].linkReferred(invite)
    }

    /// Waits for the INVITE that a REFER asks for.
    mutating func awaitReferred(_ index: Int, _ slot: Int) {
        joins.insert(
            .init(slot: slot, exchange: slots[slot].id, part: .transfer(index), since: now),
            under: slots[slot].transfers[index].joinKeys)
    }

    /// Waits for the INVITE that follows a redirect.
    mutating func awaitFollower(_ index: Int, _ slot: Int) {
        joins.insert(
            .init(slot: slot, exchange: slots[slot].id, part: .redirect(index), since: now),
            under: slots[slot].redirects[index].contactKeys + slots[slot].redirects[index].userKeys)
    }

    /// The exchange that an INVITE outside of a dialog, under a Call-ID not seen before, belongs to.
    mutating func join(_ message: Message, _ bytes: Span<UInt8>, _ header: PayloadHeader) -> Int? {
        guard !joins.isEmpty, message.method == .invite, message.toTag == nil, let uri = message.requestURI else {
            return nil
        }
        let keys = InviteKeys(
            target: URIKey.make(bytes, uri, seed: seed),
            caller: message.from.map { URIKey.user(bytes, $0, seed: seed) } ?? 0,
            referredBy: message.first(.referredBy).map { URIKey.make(bytes, $0, seed: seed) } ?? 0,
            replaces: message.first(.replaces).flatMap { Replaces(bytes, $0) },
            source: header.source.address)
        guard let best = bestTransfer(keys) ?? bestRedirect(keys, message, bytes) else { return nil }
        slots[best.slot].pendingOrigin = best.origin
        slots[best.slot].pendingEvidence = best.evidence
        slots[best.slot].kind = .call
        return best.slot
    }

    private func bestTransfer(_ keys: InviteKeys) -> Join? {
        let replacesKey = keys.replaces.map { URIKey.callID($0.callID, seed: seed) } ?? 0
        var best: Join?
        for key in [replacesKey, keys.referredBy, keys.target] where key != 0 {
            for entry in joins.waiting(for: key) {
                guard case .transfer(let index) = entry.part, isOpen(entry),
                    let evidence = slots[entry.slot].evidence(that: keys, follow: index, seed: seed)
                else { continue }
                if let known = best?.evidence, known <= evidence { continue }
                best = Join(slot: entry.slot, origin: .transfer(index), evidence: evidence)
            }
        }
        return best
    }

    private func bestRedirect(_ keys: InviteKeys, _ message: Message, _ bytes: Span<UInt8>) -> Join? {
        let user = message.requestURI.map { URIKey.user(bytes, $0, seed: seed) } ?? 0
        let waiting = joins.waiting(for: keys.target) + joins.waiting(for: user)
        guard !waiting.isEmpty, let value = message.from else { return nil }
        let from = URIKey.make(bytes, value, seed: seed)
        for entry in waiting {
            guard case .redirect(let index) = entry.part, isOpen(entry),
                slots[entry.slot].isRedirect(index, followedBy: keys, from: from, seed: seed)
            else { continue }
            return Join(slot: entry.slot, origin: .redirect(index), evidence: nil)
        }
        return nil
    }

    /// Whether something that waits may still be joined.
    private func isOpen(_ entry: JoinTable.Entry) -> Bool {
        now - entry.since <= limits.joinWindow && slots[entry.slot].id == entry.exchange
            && slots[entry.slot].legs.count < limits.partsPerExchange
    }
}

/// An exchange that an INVITE joins, and why.
private struct Join {
    let slot: Int
    let origin: Leg.Origin
    let evidence: Transfer.JoinEvidence?
}
