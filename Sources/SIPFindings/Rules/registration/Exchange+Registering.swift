import SIPDialogs
import SIPParsing
import TraceTypes

/// What rules ask of REGISTER requests.
extension Exchange {
    /// A binding that a REGISTER asked for, and what its 2xx says.
    package struct RegisterAnswer {
        /// The transaction.
        package let register: TransactionIndex
        /// The binding.
        package let contact: RegisteredContact
        /// Seconds asked for; nil leaves it to the registrar.
        let wanted: UInt32?
        /// All Contacts of the 2xx.
        let listed: [RegisteredContact]
        /// Seconds granted; nil where the 2xx does not tell.
        package let granted: UInt32?
    }

    /// The Contacts that REGISTER requests with a 2xx asked for, where both were captured and kept whole.
    package var registerAnswers: [RegisterAnswer] {
        requests(.register).flatMap { index -> [RegisterAnswer] in
            let register = transactions[index]
            guard register.isAnswered, let request = record(register.request), let final = record(register.final),
                isWhole(request), isWhole(final),
                case .addresses(let addresses)? = contacts(of: register.request)
            else { return [] }
            let values = values(of: .contact, in: register.final)
            let listed = (contacts(of: register.final)?.addresses ?? []).map(RegisteredContact.init)
            guard listed.isEmpty == values.isEmpty else { return [] }
            let wanted = number(.expires, of: register.request)
            let granted = number(.expires, of: register.final)
            return addresses.map { address in
                let contact = RegisteredContact(address)
                let mine = contact.match(in: listed)
                return RegisterAnswer(
                    register: index, contact: contact, wanted: contact.hasExpires ? contact.expires : wanted,
                    listed: listed, granted: mine.flatMap { $0.hasExpires ? $0.expires : granted })
            }
        }
    }

    /// The Contacts of a message; nil where there is none that can be read.
    func contacts(of message: MessageIndex?) -> ContactList? {
        ContactList(text.span, values(of: .contact, in: message))
    }

    /// Whether somebody else than the user registers the user's address (RFC 3261 section 10.2: From).
    func isThirdParty(_ register: Transaction) -> Bool {
        guard legs.indices.contains(register.leg) else { return true }
        let leg = legs[register.leg]
        guard let from = SIPURI(text.span, leg.from), let to = SIPURI(text.span, leg.to) else { return true }
        return from.user != to.user || from.host != to.host
    }

    /// The address-of-record of a REGISTER.
    func addressOfRecord(_ register: Transaction) -> String {
        legs.indices.contains(register.leg) ? escaped(string(legs[register.leg].to)) : ""
    }
}
