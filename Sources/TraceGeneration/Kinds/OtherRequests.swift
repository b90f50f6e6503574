extension ExchangeKind {
    /// Exchanges that are no calls.
    static let otherRequests: [ExchangeKind] = [
        ExchangeKind(pingName, weight: 120, "OPTIONS to keep alive, 200", .noCall) { $0.ping() },
        ExchangeKind("message", weight: 40, "MESSAGE, 200", .noCall) { script in
            let message = script.request(.message, after: .machine, body: .text)
            script.respond(to: message, 200)
        },
        ExchangeKind(
            "subscribe", weight: 25, "SUBSCRIBE and NOTIFY of a mailbox, then unsubscribed", .noCall, needs: .agentFirst
        ) { script in
            script.subscribe(expires: 600, after: .machine, state: "active;expires=600")
            script.subscribe(expires: 0, after: .talk, state: "terminated;reason=timeout")
        },
    ]

    /// The kind that also closes a trace.
    static let pingName = "options"
}

extension Script {
    /// An OPTIONS and its answer.
    mutating func ping() {
        let options = request(.options, after: .machine, [.contact(.contact(.alice)), .accept])
        respond(to: options, 200, [.allow, .accept, .supported])
    }

    /// A SUBSCRIBE, its 200, and the NOTIFY that follows at once (RFC 6665 section 4.2.1.2).
    fileprivate mutating func subscribe(expires: Int, after delay: Delay, state: String) {
        let event = "message-summary"
        addressOwnRecord()
        let subscribe = request(
            .subscribe, after: delay, [.contact(.contact(.alice)), .event(event), .expires(expires)])
        respond(to: subscribe, 200, [.contact(.contact(.bob)), .expires(expires)])
        enterDialog(0)
        let notify = request(
            .notify, byCallee: true, after: .machine,
            [.contact(.contact(.bob)), .event(event), .subscriptionState(state)], body: .messageSummary)
        respond(to: notify, 200)
    }
}
