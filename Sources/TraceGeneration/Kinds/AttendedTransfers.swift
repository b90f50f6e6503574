extension ExchangeKind {
    /// Calls that Alice transfers to Carol after she has spoken with her (RFC 5589 section 7).
    static let attendedTransfers: [ExchangeKind] = [
        ExchangeKind(
            "transfer-attended", weight: 6, "attended transfer with Replaces (RFC 3891)",
            .transfer(.completed, "transfer/deprecated-202")
        ) { script in
            script.establish()
            script.changeMedia(after: .talk, offer: .sendonly, answer: .recvonly, version: 1)
            let consultation = script.openLeg(from: .alice, to: .carol)
            script.establish(on: consultation, after: .person)
            let refer = script.refer(.referToReplacing(.contact(.carol), leg: consultation))
            script.accept(refer)
            script.notifyTransfer(100)
            let referred = script.openLeg(from: .bob, to: .carol, named: .contact(.carol))
            let invite = script.invite(on: referred, [.referredBy, .replaces(leg: consultation)])
            script.trying(invite)
            script.answer(invite, after: .network)
            script.hangUp(consultation, byCallee: true, after: .machine)
            script.notifyTransfer(200)
            script.hangUp(after: .network)
            script.hangUp(referred)
        }
    ]
}
