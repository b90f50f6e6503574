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
        let listed = first.listed.map { escaped($0.address.uri.text) }
        let instead = listed.isEmpty ? "no Contact at all" : "only \(listed.prefix(3).joined(separator: ", "))"
        let more = missing.count > 1 ? "; \(missing.count - 1) more are missing" : ""
        return [
            Evidence(
                confidence: .proven, messages: [register.request, register.final],
                message: "\(exchange.responder(of: first.register)) answered the REGISTER of "
                    + "\(exchange.client(of: register)) for \(exchange.addressOfRecord(register)) with "
                    + "\(exchange.statusText(register.finalStatus, register.final)) and lists \(instead), not "
                    + "\(escaped(first.contact.address.uri.text)), which violates its duty to list all bindings\(more)")
        ]
    }
}
