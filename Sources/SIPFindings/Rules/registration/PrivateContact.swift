import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// An INVITE that a server sent to the private address in the callee's Contact and that got no response, where the
    /// REGISTER had come from a public address: the callee is behind an address translator, and the registrar did not go
    /// by where the REGISTER came from.
    ///
    /// A private Contact alone is no fault: most registrars store the public address beside it, or use the flow of the
    /// REGISTER (RFC 5626 section 5.3). One that answers at its private address is in the same network.
    static let registrationPrivateContact = Rule(
        "registration/private-contact", .warning, when: .init(facts: [.registration])
    ) { exchange, context in
        let lost = exchange.registrationNotes.filter { note in
            let invite = exchange.transactions[note.transaction]
            return note.current == nil && invite.method == .invite && !invite.hasResponse
                && note.previous.hiddenAddress == exchange.endpoints[Int(invite.destination)].address
                && exchange.isShown(until: invite.startTime + context.timers.transactionTimeout, context)
        }
        guard let note = lost.first, let address = note.previous.hiddenAddress else { return [] }
        let invite = exchange.transactions[note.transaction]
        return [
            Evidence(
                confidence: .likely, messages: [invite.request],
                message: [
                    "sender": .text(exchange.client(of: invite)), "private": "\(address)",
                    "public": "\(note.previous.client)", "frame": "\(note.previous.frame.rawValue)",
                ])
        ]
    }
}
