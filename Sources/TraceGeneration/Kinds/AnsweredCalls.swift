extension ExchangeKind {
    /// Calls that are answered, with what may happen on the way and during the call.
    static let answeredCalls: [ExchangeKind] = [
        ExchangeKind("answered", weight: 300, "answered, the caller hangs up", .call(.answered)) { script in
            script.establish()
            script.hangUp()
        },
        ExchangeKind("answered-callee-ends", weight: 200, "answered, the callee hangs up", .call(.answered)) { script in
            script.establish()
            script.hangUp(byCallee: true)
        },
        ExchangeKind("early-media", weight: 40, "183 with SDP before the answer", .call(.answered)) { script in
            let invite = script.invite()
            script.trying(invite)
            script.progress(invite, 183, body: .answer(.sendrecv, version: 0))
            script.answer(invite, after: .ring)
            script.hangUp()
        },
        ExchangeKind("prack", weight: 20, "reliable 183 with PRACK (RFC 3262)", .call(.answered)) { script in
            let invite = script.invite()
            script.trying(invite)
            script.progress(invite, 183, [.reliable], body: .answer(.sendrecv, version: 0))
            script.enterDialog(invite.leg)
            let prack = script.request(.prack, after: .network, [.rack(cseq: invite.cseq)])
            script.respond(to: prack, 200)
            script.progress(invite)
            script.answer(invite, after: .ring, body: .none)
            script.hangUp()
        },
        ExchangeKind("hold", weight: 20, "re-INVITE to hold, and one to resume", .call(.answered)) { script in
            script.establish()
            script.changeMedia(after: .talk, offer: .sendonly, answer: .recvonly, version: 1)
            script.changeMedia(after: .person, offer: .sendrecv, answer: .sendrecv, version: 2)
            script.hangUp()
        },
        ExchangeKind("forked", weight: 15, "180 with two To tags, one answers", .call(.answered)) { script in
            let invite = script.invite()
            script.trying(invite)
            script.progress(invite)
            script.respond(to: invite, 180, tag: 2, [.contact(.contact(.carol)), .allow])
            script.answer(invite, after: .ring)
            script.hangUp()
        },
    ]
}
