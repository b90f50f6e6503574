import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A 6xx response to a REGISTER, which a registrar must not send (RFC 3261 section 10.3).
    static let registrationGlobalFailure = Rule(
        "registration/global-failure", .error, when: .init(facts: [.failure])
    ) { exchange, _ in
        guard exchange.kind == .registration else { return [] }
        let failed = exchange.transactions.indices.filter {
            let register = exchange.transactions[$0]
            return register.method == .register && register.primary == nil && (600...699).contains(register.finalStatus)
        }
        guard let index = failed.first else { return [] }
        let register = exchange.transactions[index]
        return [
            Evidence(
                confidence: .proven, messages: [register.request, register.final],
                message: [
                    "responder": .text(exchange.responder(of: index)), "client": .text(exchange.client(of: register)),
                    "record": .text(exchange.addressOfRecord(register)),
                    "status": .text(exchange.statusText(register.finalStatus, register.final)),
                    "count": .number(failed.count, above: 1),
                ])
        ]
    }
}
