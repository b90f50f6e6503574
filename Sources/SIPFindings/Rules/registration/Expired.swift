import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A call that was rejected with 404, 430 or 480 after the callee's binding had expired without a refresh (RFC 3261
    /// section 16.5: a proxy that has no target answers 480).
    ///
    /// A callee that removed its binding is not there on purpose, and a binding that a registrar listed for another device
    /// may still be in force. A response that does not come from the registrar, such as one of the callee's own device,
    /// may have another reason.
    static let registrationExpired = Rule(
        "registration/expired", .warning, when: .init(facts: [.registration])
    ) { exchange, context in
        guard !context.hasLoss else { return [] }
        let expired = exchange.registrationNotes.compactMap { note -> Evidence? in
            guard exchange.isRejection(note, context) else { return nil }
            let invite = exchange.transactions[note.transaction]
            guard exchange.responderAddress(of: note.transaction) == note.previous.registrar,
                let granted = note.previous.granted, let expiry = note.previous.expiry
            else { return nil }
            let tried = note.previous.attempted.map { PhraseValue.duration($0 - note.previous.refreshed) }
            return Evidence(
                confidence: .observed, messages: [invite.request, invite.final],
                message: [
                    "responder": .text(exchange.responder(of: note.transaction)),
                    "client": .text(exchange.client(of: invite)), "target": .text(exchange.target(of: invite)),
                    "status": .text(exchange.statusText(invite.finalStatus, invite.final)),
                    "frame": "\(note.previous.frame.rawValue)", "granted": .number(Int(granted)),
                    "expired": .duration(invite.startTime - expiry),
                    "refresh": .choice(tried == nil ? "none" : "tried"), "tried": tried,
                ])
        }
        return Array(expired.prefix(1))
    }
}

extension Exchange {
    /// Whether a note is about an INVITE that was rejected, and not made up for, after the callee's binding expired.
    fileprivate func isRejection(_ note: RegistrationNote, _ context: RuleContext) -> Bool {
        let invite = transactions[note.transaction]
        return note.current == nil && invite.method == .invite && invite.primary == nil && invite.finalStatus >= 400
            && !note.previous.isRemoved && result(ofLeg: invite.leg, context.timers).outcome != .answered
    }

    /// The address of who gave the final response: of the hops that it passed, the one nearest to the callee.
    fileprivate func responderAddress(of index: TransactionIndex) -> IPAddress? {
        hops(of: index).filter { transactions[$0].finalStatus == transactions[index].finalStatus }
            .max { transactions[$0].viaCount < transactions[$1].viaCount }
            .map { endpoints[Int(transactions[$0].destination)].address }
    }
}
