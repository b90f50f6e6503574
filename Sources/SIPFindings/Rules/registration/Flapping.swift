import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A client that registers the same Contact again and again although little of the granted time has passed: three
    /// times in a row before a tenth of it, without a restart in between (RFC 3261 section 10.2.4 has it refresh before
    /// the expiry). It costs the registrar, and often tells of a client that takes its registration for lost.
    ///
    /// A registrar that wants to hear of its clients often, to keep address translators open, grants little time.
    static let registrationFlapping = Rule(
        "registration/flapping", .warning, when: .init(facts: [.registration])
    ) { exchange, _ in
        guard let note = exchange.registrationNotes.first(where: { $0.current?.hastyRefreshes == 3 }),
            let current = note.current, let granted = note.previous.granted
        else { return [] }
        let register = exchange.transactions[note.transaction]
        return [
            Evidence(
                confidence: .observed, messages: [register.request, register.final],
                message: [
                    "client": .text(exchange.client(of: register)),
                    "record": .text(exchange.addressOfRecord(register)),
                    "interval": .duration(current.refreshed - note.previous.refreshed),
                    "frame": "\(note.previous.frame.rawValue)", "granted": .number(Int(granted)),
                ])
        ]
    }
}
