extension ExchangeKind {
    /// Calls that the caller gives up.
    static let cancelledCalls: [ExchangeKind] = [
        ExchangeKind("cancelled", weight: 80, "CANCEL while it rings, 487", .call(.cancelled)) { script in
            let invite = script.invite()
            script.trying(invite)
            script.progress(invite)
            let cancel = script.cancel(invite, after: .ring)
            script.respond(to: cancel, 200)
            script.reject(invite, 487, after: .machine)
        }
    ]
}
