extension ExchangeKind {
    /// Calls that Alice transfers to Carol with a plain REFER (RFC 3515).
    static let blindTransfers: [ExchangeKind] = [
        transfer(
            "transfer", weight: 12, "202, NOTIFY 100, NOTIFY 200", .transfer(.completed, "transfer/deprecated-202")
        ) { script, refer in
            script.accept(refer)
            script.notifyTransfer(100)
            script.completeTransfer()
        },
        transfer("transfer-200", weight: 4, "REFER gets 200 instead of 202", .transfer(.completed)) { script, refer in
            script.accept(refer, 200)
            script.notifyTransfer(100)
            script.completeTransfer()
        },
        transfer(
            "transfer-early-notify", weight: 4, "first NOTIFY before the 202",
            .transfer(.completed, "transfer/deprecated-202")
        ) { script, refer in
            script.notifyTransfer(100)
            script.accept(refer)
            script.completeTransfer()
        },
        transfer(
            "transfer-declined", weight: 4, "the target declines with 603",
            .transfer(.failed, "transfer/failed", "transfer/deprecated-202")
        ) { script, refer in
            script.accept(refer)
            script.notifyTransfer(100)
            let leg = script.openLeg(from: .bob, to: .carol)
            let invite = script.invite(on: leg, [.referredBy])
            script.trying(invite)
            script.progress(invite)
            script.reject(invite, 603, after: .ring)
            script.notifyTransfer(603)
            script.hangUp()
        },
        transfer(
            "transfer-refused", weight: 2, "REFER gets 403", .transfer(.refused, "transfer/refused")
        ) { script, refer in
            script.respond(to: refer, 403)
            script.hangUp()
        },
        transfer(
            "transfer-no-notify", weight: 2, "REFER gets 202 and nothing more",
            .transfer(.unconfirmed, "transfer/no-notify", "transfer/deprecated-202")
        ) { script, refer in
            script.accept(refer)
            script.hangUp(after: pastDeadline)
        },
        transfer(
            "transfer-stuck", weight: 2, "NOTIFY 100 and no other",
            .transfer(.unconfirmed, "transfer/no-final-notify", "transfer/deprecated-202")
        ) { script, refer in
            script.accept(refer)
            script.notifyTransfer(100)
            script.hangUp(after: pastSubscription)
        },
    ]

    /// Past the 60 seconds that the NOTIFY gives the subscription.
    private static let pastSubscription = Delay.fixed(milliseconds: 70_000)

    private static func transfer(
        _ name: String, weight: Int, _ summary: String, _ expectation: Expectation,
        script write: (inout Script, MessagePlan) -> Void
    ) -> ExchangeKind {
        ExchangeKind(name, weight: weight, "blind transfer: " + summary, expectation) { script in
            script.establish()
            let refer = script.refer()
            write(&script, refer)
        }
    }
}
