import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A client that refreshes its binding after that has expired (RFC 3261 section 10.2.4): until then nobody could call
    /// it.
    ///
    /// The first attempt counts, so that a registrar that refused it is not the client's fault. A client that was
    /// restarted, which its Call-ID shows, had to begin again, and one that had removed the binding may take its time.
    static let registrationLateRefresh = Rule(
        "registration/late-refresh", .warning, when: .init(facts: [.registration])
    ) { exchange, context in
        guard !context.hasLoss else { return [] }
        let late = exchange.registrationNotes.compactMap { note -> (RegistrationNote, TimeSpan)? in
            guard note.isSameBoot, let lateness = note.previous.lateness, lateness >= .seconds(1) else { return nil }
            return (note, lateness)
        }
        guard let (note, lateness) = late.first, let granted = note.previous.granted else { return [] }
        let register = exchange.transactions[note.transaction]
        return [
            Evidence(
                confidence: .observed, messages: [register.request, register.final],
                message: [
                    "client": .text(exchange.client(of: register)),
                    "record": .text(exchange.addressOfRecord(register)), "late": .duration(lateness),
                    "server": .text(exchange.server(of: register)), "granted": .number(Int(granted)),
                    "frame": "\(note.previous.frame.rawValue)", "count": .number(late.count, above: 1),
                ])
        ]
    }
}
