extension Script {
    /// Sends an INVITE with an offer; inside the dialog once there is one.
    mutating func invite(
        on leg: Int = 0, after delay: Delay = .machine, to target: SIPAddress? = nil, _ fields: [HeaderField] = [],
        direction: MessageBody.MediaDirection = .sendrecv, version: Int = 0
    ) -> MessagePlan {
        let base: [HeaderField] = [.contact(.contact(legs[leg].caller)), .allow, .supported, .assertedIdentity]
        return request(
            .invite, on: leg, after: delay, to: target, base + fields, body: .offer(direction, version: version))
    }

    /// Answers an INVITE with 100.
    mutating func trying(_ invite: MessagePlan) {
        respond(to: invite, 100)
    }

    /// Answers an INVITE with a provisional response that has a tag.
    @discardableResult
    mutating func progress(
        _ invite: MessagePlan, _ status: Int = 180, after delay: Delay = .network, _ fields: [HeaderField] = [],
        body: MessageBody = .none
    ) -> MessagePlan {
        respond(
            to: invite, status, after: delay, [.contact(.contact(invite.receiver)), .allow] + fields, body: body)
    }

    /// Answers an INVITE with 200 and enters the dialog, without the ACK.
    mutating func answerOnly(
        _ invite: MessagePlan, after delay: Delay, body: MessageBody = .answer(.sendrecv, version: 0)
    ) -> MessagePlan {
        let fields: [HeaderField] = [.contact(.contact(invite.receiver)), .allow, .supported]
        let response = respond(to: invite, 200, after: delay, fields, body: body)
        enterDialog(invite.leg)
        return response
    }

    /// Answers an INVITE with 200, and acknowledges it.
    mutating func answer(
        _ invite: MessagePlan, after delay: Delay, body: MessageBody = .answer(.sendrecv, version: 0)
    ) {
        let response = answerOnly(invite, after: delay, body: body)
        acknowledge(invite, response)
    }

    /// Answers an INVITE with a final response of 300 or above, and acknowledges it.
    mutating func reject(
        _ invite: MessagePlan, _ status: Int, after delay: Delay = .network, _ fields: [HeaderField] = []
    ) {
        let response = respond(to: invite, status, after: delay, fields)
        acknowledge(invite, response)
    }

    /// Ends a dialog with BYE and its 200.
    mutating func hangUp(_ leg: Int = 0, byCallee: Bool = false, after delay: Delay = .talk) {
        let bye = request(.bye, on: leg, byCallee: byCallee, after: delay)
        respond(to: bye, 200)
    }

    /// A call up to its ACK: INVITE, 100, 180, 200, ACK.
    mutating func establish(
        on leg: Int = 0, to target: SIPAddress? = nil, after delay: Delay = .machine, _ fields: [HeaderField] = []
    ) {
        let invite = invite(on: leg, after: delay, to: target, fields)
        trying(invite)
        progress(invite)
        answer(invite, after: .ring)
    }

    /// A re-INVITE that changes the direction of the media, up to its ACK (RFC 3261 section 14).
    mutating func changeMedia(
        on leg: Int = 0, after delay: Delay, offer: MessageBody.MediaDirection, answer: MessageBody.MediaDirection,
        version: Int
    ) {
        let invite = invite(on: leg, after: delay, direction: offer, version: version)
        trying(invite)
        self.answer(invite, after: .network, body: .answer(answer, version: version))
    }
}
