import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A registrar that grants more time than the client asked for: it may only grant less (RFC 3261 section 10.3, step
    /// 7), and is to ask for more with 423. A client that refreshes as it planned is not harmed; one that goes away leaves
    /// a binding behind that leads calls nowhere.
    static let registrationExpiresRaised = Rule(
        "registration/expires-raised", .warning, when: .init(methods: [.register])
    ) { exchange, _ in
        let raised = exchange.registerAnswers.filter { answer in
            guard let wanted = answer.wanted, let granted = answer.granted else { return false }
            return wanted > 0 && granted > wanted
        }
        guard let first = raised.first, let wanted = first.wanted, let granted = first.granted else { return [] }
        let register = exchange.transactions[first.register]
        return [
            Evidence(
                confidence: .proven, messages: [register.request, register.final],
                message: [
                    "responder": .text(exchange.responder(of: first.register)), "granted": .number(Int(granted)),
                    "contact": .text(escaped(first.contact.address.uri.text)),
                    "record": .text(exchange.addressOfRecord(register)),
                    "client": .text(exchange.client(of: register)), "wanted": .number(Int(wanted)),
                ])
        ]
    }
}
