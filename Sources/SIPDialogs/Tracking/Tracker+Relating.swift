import SIPParsing
import TraceTypes

/// Finding the call that an INVITE under a new Call-ID is another leg of.
extension Tracker {
    /// The open call that an INVITE outside of a dialog says, or is likely, to belong to.
    mutating func relate(_ message: Message, _ bytes: Span<UInt8>, _ header: PayloadHeader) -> Int? {
        guard message.method == .invite, message.toTag == nil else { return nil }
        guard let (slot, relation) = named(message, bytes) ?? sharing(message, bytes) ?? likely(message, bytes, header)
        else { return nil }
        slots[slot].pendingOrigin = .related(relation)
        slots[slot].traits.facts.insert(.severalLegs)
        return slot
    }

    /// Enters a call under what its other legs may share with it.
    mutating func noteRelations(of message: Message, _ bytes: Span<UInt8>, _ header: PayloadHeader, _ slot: Int) {
        if let key = sessionKey(message, bytes) { enter(slot, under: key) }
        if let key = chargingKey(message, bytes) { enter(slot, under: key) }
        if let key = originKey(message, bytes, at: header.destination.address) { enter(slot, under: key) }
    }

    /// Joins the call that a REFER names in Replaces, the transferor's consultation of the transfer target, to the call
    /// that the REFER was sent in: the later one becomes part of the earlier. Tells where the later one's messages now are.
    mutating func joinConsultation(of transfer: Int, _ slot: Int) -> (slot: Int, shift: Int)? {
        guard let callID = slots[slot].transfers[transfer].replaces?.callID else { return nil }
        let bytes = Array(callID.utf8)
        guard let other = index[bytes.span.hash(of: ByteRange(0..<bytes.count), seed: seed)], other != slot,
            slots[other].kind == .call, slots[slot].kind == .call
        else { return nil }
        let (first, second) = slots[slot].id < slots[other].id ? (slot, other) : (other, slot)
        guard slots[first].hasRoom(for: slots[second], limits) else { return nil }
        let shift = slots[first].messages.count
        let transfers = slots[first].transfers.count
        let redirects = slots[first].redirects.count
        joins.remove(slots[second].id)
        slots[first].absorb(slots[second], as: .consultation)
        for leg in slots[second].legs { index[leg.key] = first }
        for index in slots[first].transfers.indices.dropFirst(transfers) { awaitReferred(index, first) }
        for index in slots[first].redirects.indices.dropFirst(redirects) { awaitFollower(index, first) }
        release(second)
        lookSoon(at: first)
        return (first, second == slot ? shift : 0)
    }

    private mutating func enter(_ slot: Int, under key: UInt64) {
        let slots = slots
        relations.insert(.init(slot: slot, exchange: slots[slot].id), under: key) {
            slots.indices.contains($0.slot) && slots[$0.slot].id == $0.exchange
        }
    }

    /// The call whose Call-ID the INVITE names.
    private func named(_ message: Message, _ bytes: Span<UInt8>) -> (Int, Leg.Relation)? {
        for field in message.fields {
            let relation: Leg.Relation
            let callID: ByteRange
            switch field.name {
            case .replaces: (relation, callID) = (.replaces, bytes.callID(ofDialog: field.value))
            case .join: (relation, callID) = (.join, bytes.callID(ofDialog: field.value))
            case .targetDialog: (relation, callID) = (.targetDialog, bytes.callID(ofDialog: field.value))
            default:
                guard isRelating(field, bytes) else { continue }
                (relation, callID) = (.header, field.value)
            }
            if let slot = index[bytes.hash(of: callID, seed: seed)], mayJoin(slot) { return (slot, relation) }
        }
        return nil
    }

    private func isRelating(_ field: HeaderField, _ bytes: Span<UInt8>) -> Bool {
        let range = field.nameRange.range
        guard range.upperBound <= bytes.count else { return false }
        return relatingHeaders.contains { name in
            name.count == range.count
                && name.indices.allSatisfy { offset in
                    let byte = bytes[range.lowerBound + offset]
                    return (65...90 ~= byte ? byte | 32 : byte) == name[offset]
                }
        }
    }

    /// The call that has the same Session-ID or the same charging identifier.
    private func sharing(_ message: Message, _ bytes: Span<UInt8>) -> (Int, Leg.Relation)? {
        if let key = sessionKey(message, bytes), let slot = open(relations[key]) { return (slot, .sessionID) }
        if let key = chargingKey(message, bytes), let slot = open(relations[key]) { return (slot, .charging) }
        return nil
    }

    /// A call whose INVITE came to the sender within the last second, is not answered, goes to the same user and has the
    /// same origin line in its session description.
    private func likely(_ message: Message, _ bytes: Span<UInt8>, _ header: PayloadHeader) -> (Int, Leg.Relation)? {
        guard let key = originKey(message, bytes, at: header.source.address), let slot = open(relations[key]),
            let to = message.to
        else { return nil }
        let user = URIKey.user(bytes, to, seed: seed)
        guard user != 0,
            slots[slot].hasFreshInvite(to: header.source, user: user, at: header.time, seed: seed)
        else { return nil }
        return (slot, .likely)
    }

    private func open(_ entry: RelationTable.Entry?) -> Int? {
        guard let entry, slots.indices.contains(entry.slot), slots[entry.slot].id == entry.exchange,
            mayJoin(entry.slot)
        else { return nil }
        return entry.slot
    }

    private func mayJoin(_ slot: Int) -> Bool {
        slots[slot].kind == .call && slots[slot].legs.count < limits.partsPerExchange
    }

    private func sessionKey(_ message: Message, _ bytes: Span<UInt8>) -> UInt64? {
        guard let value = message.first(.sessionID), let id = SessionID(bytes, value)?.local, id != SessionID.unknown
        else { return nil }
        return key(id, salt: 1)
    }

    private func chargingKey(_ message: Message, _ bytes: Span<UInt8>) -> UInt64? {
        message.first(.pChargingVector).flatMap { ChargingVector(bytes, $0) }.map { key($0.identifier, salt: 2) }
    }

    private func key(_ text: String, salt: UInt64) -> UInt64 {
        let bytes = Array(text.utf8)
        return bytes.span.hash(of: ByteRange(0..<bytes.count), seed: seed &+ salt)
    }

    /// The key of a session description's origin line (`o=`, RFC 8866 section 5.2) and an address.
    private func originKey(_ message: Message, _ bytes: Span<UInt8>, at address: IPAddress) -> UInt64? {
        guard let line = bytes.originLine(in: message.body) else { return nil }
        var hasher = bytes.hash(of: line, seed: seed &+ 3)
        hasher ^= UInt64(truncatingIfNeeded: address.hashValue)
        return hasher
    }
}

extension Exchange {
    /// Whether an INVITE to this user came to a server within the last second and has no final response. On one host,
    /// the server is known by its port alone.
    fileprivate func hasFreshInvite(to server: Endpoint, user: UInt64, at time: Timestamp, seed: UInt64) -> Bool {
        transactions.contains { invite in
            let isOneHost = endpoints[Int(invite.source)].address == server.address
            return invite.isInitialInvite && invite.finalStatus == 0
                && endpoints[Int(invite.destination)].address == server.address
                && (!isOneHost || endpoints[Int(invite.destination)] == server)
                && time >= invite.startTime && time - invite.startTime <= .seconds(1)
                && URIKey.user(text.span, legs[invite.leg].to, seed: seed) == user
        }
    }
}

extension Span<UInt8> {
    /// The Call-ID at the start of a value of Replaces, Join or Target-Dialog.
    fileprivate func callID(ofDialog value: ByteRange) -> ByteRange {
        let range = value.range
        guard range.upperBound <= count else { return .empty }
        return ByteRange(trimmed(range.lowerBound..<(first(59, in: range) ?? range.upperBound)))
    }

    /// The line `o=` of a session description: its second line (RFC 8866 section 5).
    fileprivate func originLine(in body: ByteRange) -> ByteRange? {
        let range = body.range
        guard range.count > 8, range.upperBound <= count, self[range.lowerBound] == 118,
            let end = first(10, in: range), end + 2 < range.upperBound, self[end + 1] == 111, self[end + 2] == 61
        else { return nil }
        return ByteRange((end + 3)..<(first(10, in: (end + 3)..<range.upperBound) ?? range.upperBound))
    }
}
