import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A 2xx to a REGISTER that does not list the Contact that the client asked for: it must list all bindings there are
    /// (RFC 3261 section 10.3, step 8), so the client is not registered, or cannot know that it is.
    ///
    /// A Contact that is listed with another port or other parameters counts as listed, and nothing is said of those
    /// that were to be removed. A server that registers users on their behalf is left alone.
    static let registrationContactMissing = Rule(
        "registration/contact-missing", .error, when: .init(methods: [.register])
    ) { exchange, _ in
        let missing = exchange.registerAnswers.filter { answer in
            answer.wanted != 0 && !answer.listed.contains { $0.isSameBinding(as: answer.contact) }
                && !exchange.isThirdParty(exchange.transactions[answer.register])
        }
        guard let first = missing.first else { return [] }
        let register = exchange.transactions[first.register]
        let listed = first.listed.prefix(3).map { PhraseValue.text(escaped($0.address.uri.text)) }
        return [
            Evidence(
                confidence: .proven, messages: [register.request, register.final],
                message: [
                    "responder": .text(exchange.responder(of: first.register)),
                    "client": .text(exchange.client(of: register)),
                    "record": .text(exchange.addressOfRecord(register)),
                    "status": .text(exchange.statusText(register.finalStatus, register.final)),
                    "listed": .choice(listed.isEmpty ? "none" : "some"), "contacts": .list(listed),
                    "wanted": .text(escaped(first.contact.address.uri.text)),
                    "more": .number(missing.count - 1, above: 0),
                ])
        ]
    }
}
