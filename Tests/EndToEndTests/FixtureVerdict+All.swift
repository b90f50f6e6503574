extension FixtureVerdict {
    /// One for each fixture.
    static let all = calls + redirects + transfers + situations + others

    private static let calls: [FixtureVerdict] = [
        .call("answered", 7, "answered", 200),
        .call("answered-via-proxy", 14, "answered", 200),
        .call("auth-loop", 15, "unauthorized", 407, "auth/loop"),
        .call("authenticated-407", 17, "answered", 200),
        .call("blocked-608", 4, "blocked", 608),
        .call("blocked-608-no-redress", 4, "blocked", 608, "blocked/no-redress"),
        .call("busy-486", 4, "busy", 486),
        .call("cancel-crossing-200", 9, "answered", 200),
        .call("cancelled", 7, "cancelled", 487),
        .call("declined-603", 5, "declined", 603),
        .call("early-media-183", 7, "answered", 200),
        .call("forbidden-403", 4, "forbidden", 403),
        .call("forked-via-proxy", 20, "answered", 200),
        .call("ipv6", 7, "answered", 200),
        .call("missing-ack", 16, "answered", 200, "invite/missing-ack", retransmissions: 10),
        .call(
            "no-response", 9, "unanswered", nil, "invite/no-response", retransmissions: 6,
            others: ["OPTIONS succeeded 200"]),
        .call("proxy-408", 12, "unavailable", 408, "transaction/response-altered"),
        .call("retry-after-403", 8, "forbidden", 403, "retry/after-forbidden"),
        .call("retry-after-603", 8, "declined", 603, "retry/after-global-failure"),
        .call("tcp", 7, "answered", 200),
        .call("tcp-coalesced", 7, "answered", 200),
        .call("unavailable-480", 5, "unavailable", 480),
    ]

    private static let redirects: [FixtureVerdict] = [
        .redirect("followed-302", 10, "answered", 200, followed: [true]),
        .redirect("followed-302-new-call-id", 10, "answered", 200, followed: [true], callIDs: 2),
        .redirect(
            "loop-302", 15, "redirected", 302, followed: [true, true, true, true, false], "redirect/loop"),
        .redirect(
            "not-followed-302", 5, "redirected", 302, followed: [false], "redirect/not-followed",
            others: ["OPTIONS succeeded 200"]),
        .redirect("several-contacts-302", 10, "answered", 200, followed: [true]),
    ]

    private static let transfers: [FixtureVerdict] = [
        FixtureVerdict(
            fixture: "transfer/attended-replaces", messages: 25,
            calls: [Call(outcome: "answered", status: 200, rules: ["transfer/deprecated-202"], callIDs: 3)],
            transfer: Transfer(kind: "attended", responseStatus: 202, finalStatus: 200, outcome: "completed")),
        .transfer("blind-completed", 20, 202, 200, "completed", "transfer/deprecated-202", callIDs: 2),
        .transfer("blind-declined", 18, 202, 603, "failed", "transfer/failed", "transfer/deprecated-202", callIDs: 2),
        .transfer("no-notify", 9, 202, nil, "unconfirmed", "transfer/no-notify", "transfer/deprecated-202"),
        .transfer(
            "no-notify-cut-short", 9, 202, nil, "undetermined", "transfer/deprecated-202",
            others: ["OPTIONS succeeded 200"]),
        .transfer("notify-after-bye", 20, 202, 200, "completed", "transfer/deprecated-202", callIDs: 2),
        .transfer("notify-before-202", 20, 202, 200, "completed", "transfer/deprecated-202", callIDs: 2),
        .transfer("ok-200", 20, 200, 200, "completed", callIDs: 2),
        .transfer("refer-sub-false", 16, 202, 200, "completed", "transfer/deprecated-202", callIDs: 2),
        .transfer("refused-403", 9, 403, nil, "refused", "transfer/refused"),
        .transfer("stuck-at-100", 11, 202, nil, "unconfirmed", "transfer/no-final-notify", "transfer/deprecated-202"),
    ]

    private static let others: [FixtureVerdict] = [
        FixtureVerdict(fixture: "message/message-202", messages: 2, others: ["MESSAGE succeeded 202"]),
        FixtureVerdict(fixture: "mixed/not-sip", messages: 0),
        FixtureVerdict(
            fixture: "options/ping", messages: 4, others: ["OPTIONS succeeded 200", "OPTIONS rejected 404"]),
        FixtureVerdict(fixture: "register/challenged-401", messages: 4, others: ["REGISTER succeeded 200"]),
        FixtureVerdict(fixture: "register/rejected-403", messages: 2, others: ["REGISTER rejected 403"]),
        FixtureVerdict(fixture: "subscribe/presence-ok", messages: 8, others: ["SUBSCRIBE succeeded 200"]),
    ]
}
