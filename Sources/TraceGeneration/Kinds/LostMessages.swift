extension ExchangeKind {
    /// Calls in which a message is lost, or never sent; the waits are those of Timers A and B and of RFC 3261 13.3.1.4.
    static let lostMessages: [ExchangeKind] = [
        ExchangeKind(
            "missing-ack", weight: 3, "200 repeated for 32 s without ACK, then BYE",
            .call(.answered, "invite/missing-ack")
        ) { script in
            let invite = script.invite()
            script.trying(invite)
            script.progress(invite)
            let answer = script.answerOnly(invite, after: .ring)
            for wait in [500, 1000, 2000, 4000, 4000, 4000, 4000, 4000, 4000, 4000] {
                script.repeatMessage(answer, after: .fixed(milliseconds: Int64(wait)))
            }
            script.hangUp(byCallee: true, after: .fixed(milliseconds: 500))
        },
        ExchangeKind(
            "late-ack", weight: 4, "200 repeated twice, then ACK", .call(.answered)
        ) { script in
            let invite = script.invite()
            script.trying(invite)
            script.progress(invite)
            let answer = script.answerOnly(invite, after: .ring)
            script.repeatMessage(answer, after: .fixed(milliseconds: 500))
            script.repeatMessage(answer, after: .fixed(milliseconds: 1000))
            script.acknowledge(invite, answer)
            script.hangUp()
        },
        ExchangeKind(
            "no-response", weight: 4, "OPTIONS answered, then INVITE sent 7 times without a response",
            .call(.unanswered, "invite/no-response"), needs: .datagrams
        ) { script in
            script.ping()
            let leg = script.openLeg(from: .alice, to: .bob)
            let invite = script.invite(on: leg)
            for wait in [500, 1000, 2000, 4000, 8000, 16_000] {
                script.repeatMessage(invite, after: .fixed(milliseconds: Int64(wait)))
            }
            script.silence(pastDeadline)
        },
        ExchangeKind(
            "retransmitted", weight: 10, "INVITE repeated twice before its 100, then answered", .call(.answered),
            needs: .datagrams
        ) { script in
            let invite = script.invite()
            script.repeatMessage(invite, after: .fixed(milliseconds: 500))
            script.repeatMessage(invite, after: .fixed(milliseconds: 1000))
            script.trying(invite)
            script.progress(invite)
            script.answer(invite, after: .ring)
            script.hangUp()
        },
    ]
}
