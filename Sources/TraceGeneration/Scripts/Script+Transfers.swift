extension Script {
    /// Sends REFER in the dialog of leg 0, from Alice (transferor) to Bob (transferee).
    mutating func refer(_ referTo: HeaderField = .referTo(.record(.carol))) -> MessagePlan {
        request(.refer, after: .talk, [.contact(.contact(.alice)), referTo, .referredBy])
    }

    /// Accepts a REFER with 202, or with 200 as RFC 7647 section 5 wants.
    mutating func accept(_ refer: MessagePlan, _ status: Int = 202) {
        respond(to: refer, status, [.contact(.contact(.bob))])
    }

    /// Reports the state of the referred request to the transferor (RFC 3515 section 2.4.4), and acknowledges it.
    mutating func notifyTransfer(_ status: Int, after delay: Delay = .network) {
        let state = status < 200 ? "active;expires=60" : "terminated;reason=noresource"
        let notify = request(
            .notify, byCallee: true, after: delay,
            [.contact(.contact(.bob)), .event("refer"), .subscriptionState(state)], body: .sipfrag(status))
        respond(to: notify, 200)
    }

    /// The referred call from Bob to Carol, answered, on a new leg; the result is the leg's number.
    mutating func referredCall() -> Int {
        let leg = openLeg(from: .bob, to: .carol)
        establish(on: leg, [.referredBy])
        return leg
    }

    /// What follows a REFER that worked: the referred call, its NOTIFY, and the end of both calls.
    mutating func completeTransfer() {
        let referred = referredCall()
        notifyTransfer(200)
        hangUp(after: .network)
        hangUp(referred)
    }
}
