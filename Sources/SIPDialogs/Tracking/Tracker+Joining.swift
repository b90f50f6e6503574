import SIPParsing
import TraceTypes

/// Joining an INVITE under a new Call-ID to the exchange that brought it about.
extension Tracker {
    /// Lets a new part of an exchange, and the INVITEs that may follow one, find each other.
    mutating func settle(
        _ effect: TrackingEffect, _ slot: Int, _ message: Message, _ bytes: Span<UInt8>, _ context: TrackingContext
    ) {
        guard let exchange = slots[slot]?.id else { return }
        if let index = effect.newTransfer, let transfer = slots[slot]?.transfers[index] {
            joins.insert(
                .init(slot: slot, exchange: exchange, part: .transfer(index), since: now),
                under: [transfer.targetKey, transfer.referredByKey, transfer.replacesKey])
        }
        if let index = effect.newRedirect, let redirect = slots[slot]?.redirects[index] {
            joins.insert(
                .init(slot: slot, exchange: exchange, part: .redirect(index), since: now), under: redirect.contactKeys)
        }
        guard let invite = effect.newInvite, let uri = message.requestURI else { return }
        if slots[slot]?.redirects.isEmpty == false {
            slots[slot]?.followRedirect(invite, targetKey: URIKey.make(bytes, uri, seed: seed), seed: seed)
        }
        slots[slot]?.linkReferred(invite)
    }

    /// The exchange that an INVITE outside of a dialog, under a Call-ID not seen before, belongs to.
    mutating func join(_ message: Message, _ bytes: Span<UInt8>, _ header: PayloadHeader) -> Int? {
        guard !joins.isEmpty, message.method == .invite, message.toTag == nil, let uri = message.requestURI else {
            return nil
        }
        let keys = InviteKeys(
            target: URIKey.make(bytes, uri, seed: seed),
            from: message.from.map { URIKey.make(bytes, $0, seed: seed) } ?? 0,
            referredBy: message.first(.referredBy).map { URIKey.make(bytes, $0, seed: seed) } ?? 0,
            replaces: message.first(.replaces).flatMap { Replaces(bytes, $0) },
            source: header.source.address)
        guard let best = bestTransfer(keys) ?? bestRedirect(keys) else { return nil }
        slots[best.slot]?.pendingOrigin = best.origin
        slots[best.slot]?.pendingEvidence = best.evidence
        slots[best.slot]?.kind = .call
        return best.slot
    }

    private func bestTransfer(_ keys: InviteKeys) -> Join? {
        let replacesKey = keys.replaces.map { URIKey.callID($0.callID, seed: seed) } ?? 0
        var best: Join?
        for entry in [replacesKey, keys.referredBy, keys.target].flatMap(joins.waiting) {
            guard case .transfer(let index) = entry.part, let exchange = slots[entry.slot],
                exchange.id == entry.exchange, exchange.legs.count < limits.partsPerExchange,
                now - entry.since <= limits.joinWindow
            else { continue }
            let transfer = exchange.transfers[index]
            guard transfer.referredInvite == nil, transfer.responseStatus < 300,
                let evidence = keys.evidence(for: transfer, in: exchange)
            else { continue }
            if let known = best?.evidence, known <= evidence { continue }
            best = Join(slot: entry.slot, origin: .transfer(index), evidence: evidence)
        }
        return best
    }

    private func bestRedirect(_ keys: InviteKeys) -> Join? {
        for entry in joins.waiting(for: keys.target) {
            guard case .redirect(let index) = entry.part, let exchange = slots[entry.slot],
                exchange.id == entry.exchange, exchange.legs.count < limits.partsPerExchange,
                now - entry.since <= limits.joinWindow
            else { continue }
            let redirect = exchange.redirects[index]
            let redirected = exchange.transactions[redirect.transaction]
            let from = URIKey.make(exchange.text.span, exchange.legs[redirected.leg].from, seed: seed)
            guard redirect.follower == nil, from == keys.from,
                exchange.isClient(of: redirect.transaction, keys.source)
            else { continue }
            return Join(slot: entry.slot, origin: .redirect(index), evidence: nil)
        }
        return nil
    }
}

extension Exchange {
    /// Whether a request was sent from an address, on the hop of the transaction or on the first.
    fileprivate func isClient(of index: TransactionIndex, _ address: IPAddress) -> Bool {
        [index, transactions[index].primary ?? index].contains {
            endpoints[Int(transactions[$0].source)].address == address
        }
    }
}

/// An exchange that an INVITE joins, and why.
private struct Join {
    let slot: Int
    let origin: Leg.Origin
    let evidence: Transfer.JoinEvidence?
}

/// What of an INVITE may say which REFER or redirect brought it about.
private struct InviteKeys {
    let target: UInt64
    let from: UInt64
    let referredBy: UInt64
    let replaces: Replaces?
    let source: IPAddress

    func evidence(for transfer: Transfer, in exchange: Exchange) -> Transfer.JoinEvidence? {
        if let replaces, let wanted = transfer.replaces, replaces.callID == wanted.callID,
            replaces.toTag == wanted.toTag, replaces.fromTag == wanted.fromTag
        {
            return .replaces
        }
        let isTarget = target != 0 && target == transfer.targetKey
        let isReferredBy = referredBy != 0 && referredBy == transfer.referredByKey
        let transferee = exchange.transactions[transfer.transaction].destination
        let isTransferee = exchange.endpoints[Int(transferee)].address == source
        switch (isReferredBy, isTarget, isTransferee) {
        case (true, true, _): return .referredByAndTarget
        case (true, false, true): return .referredBy
        case (false, true, true) where transfer.replaces == nil || replaces == nil: return .target
        default: return nil
        }
    }
}
