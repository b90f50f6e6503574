extension ExchangeKind {
    /// How long a trace goes on after what should have had a consequence and had none: past 64*T1.
    static let pastDeadline = Delay.fixed(milliseconds: 36_000)

    /// Calls that get 302.
    static let redirects: [ExchangeKind] = [
        ExchangeKind("redirected", weight: 20, "302, followed to an answer", .call(.answered)) { script in
            let first = script.invite()
            script.trying(first)
            script.reject(first, 302, [.contact(.record(.carol))])
            script.turn(leg: 0, to: .carol)
            script.establish(to: .record(.carol))
            script.hangUp()
        },
        ExchangeKind(
            "redirect-not-followed", weight: 5, "302, never followed", .call(.redirected, "redirect/not-followed")
        ) { script in
            let invite = script.invite()
            script.trying(invite)
            script.reject(invite, 302, [.contact(.record(.carol))])
            script.silence(pastDeadline)
        },
        ExchangeKind(
            "redirect-loop", weight: 2, "302 to and fro between two users", .call(.redirected, "redirect/loop")
        ) { script in
            for target in [Role.bob, .carol, .bob, .carol] {
                let invite = script.invite(to: .record(target))
                script.trying(invite)
                script.reject(invite, 302, [.contact(.record(target == .bob ? .carol : .bob))])
            }
            script.silence(pastDeadline)
        },
    ]
}
