extension FixtureVerdict {
    /// Those of the fixtures that show a status in several situations.
    static let situations: [FixtureVerdict] = [
        FixtureVerdict(
            fixture: "situation/busy", messages: 19,
            calls: [
                Call(outcome: "busy", status: 486),
                Call(outcome: "busy", status: 600),
                Call(outcome: "busy", status: 600),
                Call(outcome: "cancelled", status: 487),
            ]),
        FixtureVerdict(
            fixture: "situation/challenged", messages: 19,
            calls: [
                Call(outcome: "forbidden", status: 403)
            ],
            others: ["REGISTER unauthorized 401", "REGISTER succeeded 200"]),
        FixtureVerdict(
            fixture: "situation/declined", messages: 21,
            calls: [
                Call(outcome: "declined", status: 603),
                Call(outcome: "declined", status: 603),
                Call(outcome: "blocked", status: 603),
                Call(outcome: "declined", status: 603),
                Call(outcome: "declined", status: 607),
            ]),
        FixtureVerdict(
            fixture: "situation/media-refused", messages: 29,
            calls: [
                Call(outcome: "failed", status: 488),
                Call(outcome: "answered", status: 200),
            ]),
        FixtureVerdict(
            fixture: "situation/not-there", messages: 29,
            calls: [
                Call(outcome: "unavailable", status: 404),
                Call(outcome: "unavailable", status: 480, rules: ["registration/expired"]),
                Call(outcome: "unavailable", status: 480),
                Call(outcome: "answered", status: 200),
            ],
            others: ["REGISTER succeeded 200", "REGISTER succeeded 200"]),
        FixtureVerdict(
            fixture: "situation/overload", messages: 10,
            calls: [
                Call(outcome: "failed", status: 500),
                Call(outcome: "failed", status: 503),
                Call(outcome: "failed", status: 503),
            ]),
        FixtureVerdict(
            fixture: "situation/refused-403", messages: 20,
            calls: [
                Call(outcome: "forbidden", status: 403),
                Call(outcome: "forbidden", status: 403, rules: ["identity/stale"]),
                Call(outcome: "answered", status: 200),
            ]),
        FixtureVerdict(
            fixture: "situation/success", messages: 26,
            calls: [
                Call(outcome: "answered", status: 200)
            ],
            others: ["SUBSCRIBE succeeded 202", "MESSAGE succeeded 200", "PUBLISH succeeded 200"],
            otherRules: ["subscription/deprecated-202"]),
        FixtureVerdict(
            fixture: "situation/timed-out", messages: 24,
            calls: [
                Call(outcome: "unavailable", status: 408),
                Call(outcome: "answered", status: 200, rules: ["transaction/timeout-to-non-invite"]),
            ],
            retransmissions: 6),
        FixtureVerdict(
            fixture: "situation/unknown-481", messages: 70,
            calls: [
                Call(outcome: "answered", status: 200),
                Call(outcome: "busy", status: 486),
                Call(outcome: "answered", status: 200, rules: ["prack/wrong-rack"]),
                Call(outcome: "answered", status: 200, rules: ["dialog/lost-state"]),
                Call(outcome: "answered", status: 200, rules: ["dialog/lost-state"]),
                Call(outcome: "answered", status: 200, rules: ["transfer/refused", "dialog/lost-state"]),
                Call(outcome: "failed", status: 481),
            ],
            transfer: Transfer(responseStatus: 481, outcome: "refused"),
            others: ["SUBSCRIBE rejected 481", "SUBSCRIBE succeeded 200"]),
    ]
}
