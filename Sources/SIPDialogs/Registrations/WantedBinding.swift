import SIPParsing
import TraceTypes

/// A binding that a REGISTER asks for.
struct WantedBinding {
    let contact: RegisteredContact
    /// Seconds asked for: 0 to remove it; nil leaves it to the registrar.
    let expires: UInt32?
    /// What is known of a 2xx before it comes.
    let answer: Registration.Answer
}

extension Exchange {
    /// The bindings that a REGISTER asks for; none where it was not seen or asks for none. Mutating, as `endTime` is.
    mutating func wantedBindings(of index: TransactionIndex, seed: UInt64) -> [WantedBinding] {
        let register = transactions[index]
        guard let request = register.request else { return [] }
        let usual = detail(.header(.expires), of: request).flatMap { HeaderNumber.parse(text.span, $0) }
        let client = endpoints[Int(register.source)].address
        let registrar = endpoints[Int(register.destination)].address
        let addresses = ContactList(text.span, contactValues(of: request))?.addresses ?? []
        return addresses.prefix(Self.contactsFollowed).map { address in
            let contact = RegisteredContact(address)
            let host = address.uri.address
            let isHidden = client.isPublic && host?.isPrivate == true
            let answer = Registration.Answer(
                key: RegistrationKey.make("\(registrar)", seed: contact.key(seed: seed)), registrar: registrar,
                client: client, call: legs[register.leg].key, contact: contact.uriKey(seed: seed),
                time: register.startTime, frame: messages[request].frame, hiddenAddress: isHidden ? host : nil)
            return WantedBinding(
                contact: contact, expires: contact.hasExpires ? contact.expires : usual, answer: answer)
        }
    }

    /// Whether a request and its final response, as far as they passed, were captured and kept whole.
    mutating func isWhole(_ index: TransactionIndex) -> Bool {
        [transactions[index].request, transactions[index].final].allSatisfy { message in
            message.map { messages[$0].flags.isDisjoint(with: [.truncated, .incomplete]) } ?? true
        }
    }

    /// The key of the address-of-record that a request went to.
    func addressKey(ofTargetOf index: TransactionIndex, seed: UInt64) -> UInt64? {
        detail(.requestURI, of: transactions[index].request).flatMap { addressKey(of: $0, seed: seed) }
    }

    /// The key of the address-of-record that a piece of text names.
    func addressKey(of uri: ByteRange, seed: UInt64) -> UInt64? {
        RegistrationKey.address(text.span, uri, seed: seed)
    }

    /// Whether a REGISTER has the Contact `*`, which removes all bindings (RFC 3261 section 10.2.2).
    func removesAllBindings(_ index: TransactionIndex) -> Bool {
        guard let request = transactions[index].request else { return false }
        return ContactList(text.span, contactValues(of: request)) == .wildcard
    }

    private func contactValues(of message: MessageIndex) -> [ByteRange] {
        messages[message].details.map { details[Int($0)] }.filter { $0.kind == .header(.contact) }.map(\.text)
    }

    /// Contacts of one REGISTER that are followed.
    private static let contactsFollowed = 16
}
