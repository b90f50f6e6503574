import TraceTypes

/// What earlier REGISTER requests, which may be in other exchanges, say of a transaction.
public struct RegistrationNote: Sendable {
    /// The transaction, in the exchange's list: a REGISTER with a 2xx, or an INVITE that did not get through.
    public internal(set) var transaction: TransactionIndex
    /// Of a REGISTER the binding as it was before, of an INVITE the one of its callee.
    public let previous: Binding
    /// Of a REGISTER the binding as it is now.
    public let current: Binding?

    /// The same in another exchange.
    func moved(_ shift: Renumbering) -> RegistrationNote {
        RegistrationNote(transaction: transaction + shift.transactions, previous: previous, current: current)
    }
}

extension RegistrationNote {
    /// Whether the client went on counting where it was: the same Call-ID means that it was not restarted.
    public var isSameBoot: Bool { current?.call == previous.call }
}

extension Exchange {
    /// Takes a note, as long as there is room.
    mutating func note(_ note: RegistrationNote, _ limits: TrackingLimits) {
        guard registrationNotes.count < limits.partsPerExchange else { return }
        registrationNotes.append(note)
        traits.facts.insert(.registration)
    }
}
