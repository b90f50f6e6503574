import SIPParsing
import TraceTypes

/// Following what REGISTER requests bind, across exchanges: one of a registration is over long before the registration is.
extension Tracker {
    /// Takes in a REGISTER, its final response, or the rejection of an INVITE.
    mutating func settleRegistration(_ index: TransactionIndex, _ slot: Int, _ message: Message, _ bytes: Span<UInt8>) {
        guard slots[slot].transactions[index].method == .register else { return noteCallee(of: index, slot) }
        let isWhole = slots[slot].isWhole(index)
        guard let to = message.to, let key = RegistrationKey.address(bytes, to, seed: seed) else {
            if !isWhole { registrations.removeAll() }
            return
        }
        guard isWhole else { return registrations.update(key) { $0.forget() } }
        // A first request has nothing to look up.
        if message.method != nil, registrations[key] == nil { return }
        let wanted = slots[slot].wantedBindings(of: index, seed: seed)
        guard message.method == nil else {
            let time = slots[slot].transactions[index].lastRequestTime
            return registrations.update(key) { $0.request(wanted.map { $0.answer.key }, at: time) }
        }
        switch slots[slot].transactions[index].finalStatus {
        case 200...299: accept(wanted, index, slot, key, message, bytes)
        default:
            if registrations[key] != nil { registrations.update(key) { $0.refuse(wanted.map { $0.answer.key }) } }
        }
    }

    private mutating func accept(
        _ wanted: [WantedBinding], _ index: TransactionIndex, _ slot: Int, _ key: UInt64, _ message: Message,
        _ bytes: Span<UInt8>
    ) {
        let listed = (ContactList(bytes, message.all(.contact))?.addresses ?? []).map(RegisteredContact.init)
        let usual = message.first(.expires).flatMap { HeaderNumber.parse(bytes, $0) }
        let transaction = slots[slot].transactions[index]
        let time = transaction.finalTime ?? now
        if slots[slot].removesAllBindings(index) {
            let registrar = slots[slot].endpoints[Int(transaction.destination)].address
            return registrations.update(key) { $0.removeAll(at: registrar, time) }
        }
        for contact in listed where !wanted.contains(where: { $0.contact.isSameBinding(as: contact) }) {
            let expires = contact.hasExpires ? contact.expires : usual
            registrations.update(key) { $0.list(until: expires.map { time + .seconds(Int64($0)) }) }
        }
        for binding in wanted {
            let mine = binding.contact.match(in: listed)
            var answer = binding.answer
            answer.time = time
            answer.losses = losses
            if let frame = transaction.final.map({ slots[slot].messages[$0].frame }) { answer.frame = frame }
            answer.granted = mine.flatMap { $0.hasExpires ? $0.expires : usual }
            answer.isRemoval = answer.granted == 0 || (binding.expires == 0 && mine == nil)
            let (previous, current) = registrations.update(key) { $0.accept(answer) }
            if let previous, previous.losses == current.losses {
                slots[slot].note(
                    RegistrationNote(transaction: index, previous: previous, current: current), limits)
            }
        }
    }

    /// Notes with an INVITE that was rejected which binding its callee had until then, if it has none any more.
    private mutating func noteCallee(of index: TransactionIndex, _ slot: Int) {
        guard !registrations.isEmpty, let key = slots[slot].addressKey(ofTargetOf: index, seed: seed),
            let binding = registrations[key]?.last(endedBy: slots[slot].transactions[index].startTime),
            binding.losses == losses
        else { return }
        slots[slot].note(RegistrationNote(transaction: index, previous: binding, current: nil), limits)
    }

    /// Notes with the INVITEs that went to a private address and got no response that their callee had registered it from
    /// a public one.
    mutating func noteHiddenCallees(_ slot: Int) {
        guard !registrations.isEmpty, slots[slot].kind == .call else { return }
        for index in slots[slot].openInvites {
            let invite = slots[slot].transactions[index]
            guard invite.isInitialInvite, invite.request != nil, !invite.hasResponse,
                slots[slot].endpoints[Int(invite.destination)].address.isPrivate,
                !slots[slot].registrationNotes.contains(where: { $0.transaction == index }),
                let binding = hiddenBinding(of: index, slot)
            else { continue }
            slots[slot].note(RegistrationNote(transaction: index, previous: binding, current: nil), limits)
        }
    }

    private func hiddenBinding(of index: TransactionIndex, _ slot: Int) -> Binding? {
        let invite = slots[slot].transactions[index]
        let address = slots[slot].endpoints[Int(invite.destination)].address
        let target = slots[slot].addressKey(ofTargetOf: invite.primary ?? index, seed: seed)
        for key in [target, slots[slot].addressKey(of: slots[slot].legs[invite.leg].to, seed: seed)] {
            guard let key else { continue }
            let binding = registrations[key]?.bindings.last {
                $0.hiddenAddress == address && $0.since <= invite.startTime
            }
            if let binding { return binding }
        }
        return nil
    }
}
