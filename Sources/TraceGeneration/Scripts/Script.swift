/// Writes the steps of one kind of exchange, keeping branch, CSeq and tags right (RFC 3261 sections 8, 12 and 17).
struct Script {
    private(set) var steps: [Step] = []
    /// The first leg, from Alice to Bob, is there from the start.
    private(set) var legs = [Leg(number: 0, caller: .alice, named: .record(.bob), callee: .bob)]
    private var transactions = 0

    /// Opens a new Call-ID.
    mutating func openLeg(from caller: Role, to callee: Role, named: SIPAddress? = nil) -> Int {
        legs.append(Leg(number: legs.count, caller: caller, named: named ?? .record(callee), callee: callee))
        return legs.count - 1
    }

    /// Sends a request in a transaction of its own: inside the leg's dialog once there is one.
    mutating func request(
        _ method: RequestMethod, on leg: Int = 0, byCallee: Bool = false, after delay: Delay,
        to target: SIPAddress? = nil, _ fields: [HeaderField] = [], body: MessageBody = .none
    ) -> MessagePlan {
        let isFromCaller = !byCallee
        let caller = legs[leg].caller
        let callee = legs[leg].callee
        let peer = isFromCaller ? callee : caller
        if !legs[leg].isDialog { legs[leg].calleeTag += 1 }
        let plan = MessagePlan(
            startLine: .request(method, target ?? (legs[leg].isDialog ? .contact(peer) : legs[leg].named)),
            leg: leg,
            from: isFromCaller ? .record(caller) : legs[leg].named,
            to: isFromCaller ? legs[leg].named : .record(caller),
            sender: isFromCaller ? caller : callee,
            receiver: peer,
            isFromCaller: isFromCaller,
            transaction: newTransaction(),
            cseq: isFromCaller ? legs[leg].callerCSeq : legs[leg].calleeCSeq,
            calleeTag: legs[leg].isDialog ? legs[leg].calleeTag : 0,
            fields: fields,
            body: body)
        if isFromCaller { legs[leg].callerCSeq += 1 } else { legs[leg].calleeCSeq += 1 }
        send(plan, after: delay)
        return plan
    }

    /// Answers a request; `tag` other than 0 speaks for another branch of a fork.
    @discardableResult
    mutating func respond(
        to request: MessagePlan, _ status: Int, after delay: Delay = .network, tag: Int = 0,
        _ fields: [HeaderField] = [], body: MessageBody = .none
    ) -> MessagePlan {
        var plan = request
        plan.startLine = .response(status, to: request.method)
        plan.sender = request.receiver
        plan.receiver = request.sender
        if status == 100 {
            plan.calleeTag = request.calleeTag
        } else {
            plan.calleeTag = tag == 0 ? legs[request.leg].calleeTag : tag
        }
        plan.fields = fields
        plan.body = body
        plan.isRetransmission = false
        send(plan, after: delay)
        return plan
    }

    /// Acknowledges a final response: in the INVITE's own transaction unless it is a 2xx (RFC 3261 17.1.1.3, 13.2.2.4).
    mutating func acknowledge(
        _ invite: MessagePlan, _ response: MessagePlan, after delay: Delay = .network
    ) {
        guard case .response(let status, _) = response.startLine, let target = invite.requestURI else { return }
        let isSuccess = status < 300
        var plan = invite
        plan.startLine = .request(.ack, isSuccess ? .contact(invite.receiver) : target)
        plan.calleeTag = response.calleeTag
        plan.fields = invite.fields.filter(Self.isCopiedIntoACK)
        plan.body = .none
        if isSuccess { plan.transaction = newTransaction() }
        send(plan, after: delay)
    }

    /// Cancels an INVITE (RFC 3261 section 9.1).
    mutating func cancel(_ invite: MessagePlan, after delay: Delay) -> MessagePlan {
        guard let target = invite.requestURI else { return invite }
        var plan = invite
        plan.startLine = .request(.cancel, target)
        plan.fields = []
        plan.body = .none
        send(plan, after: delay)
        return plan
    }

    /// Sends a message once more, byte for byte.
    mutating func repeatMessage(_ plan: MessagePlan, after delay: Delay) {
        var plan = plan
        plan.isRetransmission = true
        send(plan, after: delay)
    }

    /// Lets time pass without a message.
    mutating func silence(_ delay: Delay) {
        steps.append(Step(delay: delay, message: nil))
    }

    /// Makes the first leg one about Alice's own address of record, as a REGISTER is.
    mutating func addressOwnRecord() {
        legs[0].named = .record(.alice)
    }

    /// Turns the leg to who answers after a redirect.
    mutating func turn(leg: Int, to callee: Role) {
        legs[leg].callee = callee
    }

    /// Makes the following requests of the leg requests inside its dialog.
    mutating func enterDialog(_ leg: Int) {
        legs[leg].isDialog = true
    }

    private mutating func send(_ plan: MessagePlan, after delay: Delay) {
        steps.append(Step(delay: delay, message: plan))
    }

    private mutating func newTransaction() -> Int {
        transactions += 1
        return transactions
    }

    private static func isCopiedIntoACK(_ field: HeaderField) -> Bool {
        if case .credentials = field { true } else { false }
    }
}
