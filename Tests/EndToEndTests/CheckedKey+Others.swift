/// The keys of the file, of registrations, transfers and redirects, and of findings.
extension CheckedKey {
    static let file = [
        CheckedKey(
            "the file", "snapshot", "call/answered", met: "snapshot: trace.ladder", failed: "snapshot: other.ladder",
            .init("", seen: "there is no snapshot yet; run with --update to write it", written: "snapshot")),
        CheckedKey(
            "the file", "calls", "call/answered", met: "calls: {outcome: answered}", failed: "calls: {outcome: busy}",
            .init("outcome", seen: "answered", frames: [4], written: "outcome")),
        CheckedKey(
            "the file", "registrations", "register/rejected-403", met: "registrations: {outcome: rejected}",
            failed: "registrations: {outcome: succeeded}",
            .init("outcome", seen: "rejected (403 Forbidden)", frames: [2], written: "outcome")),
        CheckedKey(
            "the file", "transfers", "transfer/refused-403", met: "transfers: {outcome: refused}",
            failed: "transfers: []",
            .init("transfers", seen: "1 transfer", frames: [6], written: "transfers")),
        CheckedKey(
            "the file", "redirects", "redirect/followed-302", met: "redirects: {status: 302}", failed: "redirects: []",
            .init("redirects", seen: "1 redirect", frames: [2], written: "redirects")),
        CheckedKey(
            "the file", "messages", "options/ping", met: "messages: {match: {request: OPTIONS}, count: 2}",
            failed: "messages: {match: {request: OPTIONS}, count: 1}",
            .init("messages[1].count", seen: "2", frames: [1, 3], written: "count")),
        CheckedKey(
            "the file", "findings", "call/auth-loop", met: "findings: {required: auth/loop}",
            failed: "findings: {required: transfer/failed}",
            .init("required.transfer/failed", seen: "none", written: "transfer/failed")),
        CheckedKey(
            "the file", "counts", "call/busy-486", met: "counts: [calls = 1, no 5xx]", failed: "counts: no 4xx",
            .init("no 4xx", seen: "1", frames: [3], written: "no")),
        CheckedKey(
            "the file", "percentiles", "call/answered", met: "percentiles: setup p95 < 2 s",
            failed: "percentiles: setup p95 < 1 ms",
            .init("setup p95 < 1 ms", seen: "1.007 s in call 1 (alice → bob), of 1 call", frames: [1], written: "setup")
        ),
        CheckedKey(
            "the file", "suppress", "call/auth-loop", met: "suppress: {rule: auth, reason: known}",
            failed: "suppress: {rule: transfer, reason: known}"),
    ]

    static let registrations = [
        CheckedKey(
            "a registration", "name", "register/challenged-401", met: "name: the phone, outcome: succeeded",
            failed: "name: the phone, outcome: rejected",
            .init("outcome", seen: "succeeded", frames: [4], written: "outcome")),
        CheckedKey(
            "a registration", "match", "register/challenged-401", met: "match: {to: alice}", failed: "match: {to: bob}",
            .init("match", seen: "registration 1 (alice)", state: "unmatched", written: "{")),
        CheckedKey(
            "a registration", "outcome", "register/rejected-403", met: "outcome: rejected",
            failed: "outcome: succeeded",
            .init("outcome", seen: "rejected (403 Forbidden)", frames: [2], written: "outcome")),
        CheckedKey(
            "a registration", "status", "register/challenged-401", met: "status: 200", failed: "status: 4xx",
            .init("status", seen: "200 OK", frames: [4], written: "status")),
        CheckedKey(
            "a registration", "expires", "register/challenged-401", met: #"expires: ">= 60""#, failed: "expires: < 60",
            .init("expires", seen: "3600 s", frames: [4], written: "expires")),
    ]

    static let transfers = [
        CheckedKey(
            "a transfer", "kind", "transfer/attended-replaces", met: "kind: attended", failed: "kind: blind",
            .init("transfers[1].kind", seen: "attended", frames: [11], written: "kind")),
        CheckedKey(
            "a transfer", "target", "transfer/blind-declined", met: "target: carol", failed: "target: dave",
            .init("transfers[1].target", seen: "sip:carol@192.0.2.30", frames: [6], written: "target")),
        CheckedKey(
            "a transfer", "response", "transfer/blind-declined", met: "response: 2xx", failed: "response: 403",
            .init("transfers[1].response", seen: "202 Accepted", frames: [6, 7], written: "response")),
        CheckedKey(
            "a transfer", "final-status", "transfer/blind-declined", met: "final-status: [600, 603]",
            failed: "final-status: 200",
            .init("transfers[1].final-status", seen: "603", frames: [6, 7, 15], written: "final-status")),
        CheckedKey(
            "a transfer", "outcome", "transfer/blind-declined", met: "outcome: [failed, refused]",
            failed: "outcome: completed",
            .init("transfers[1].outcome", seen: "failed (603)", frames: [6, 7, 15], written: "outcome")),
        CheckedKey(
            "a redirect", "status", "redirect/followed-302", met: "status: 3xx", failed: "status: 301",
            .init("redirects[1].status", seen: "302 Moved Temporarily", frames: [2], written: "status")),
        CheckedKey(
            "a redirect", "contacts", "redirect/several-contacts-302", met: "contacts: [bob, /@192.0.2.30/]",
            failed: "contacts: [bob]",
            .init(
                "redirects[1].contacts", seen: "sip:bob@192.0.2.20:5060, sip:bob@192.0.2.30:5060", frames: [2],
                written: "contacts")),
        CheckedKey(
            "a redirect", "followed", "redirect/not-followed-302", met: "followed: false", failed: "followed: true",
            .init("redirects[1].followed", seen: "not followed", frames: [2], written: "followed")),
    ]

    static let findings = [
        CheckedKey(
            "findings", "required", "transfer/no-notify", met: "required: [transfer/no-notify, transfer]",
            failed: "required: [auth]",
            .init("required.auth", seen: "none", written: "auth")),
        CheckedKey(
            "findings", "forbidden", "call/retry-after-603", met: "forbidden: [auth, transfer/failed]",
            failed: "forbidden: retry",
            .init(
                "forbidden.retry",
                seen:
                    "retry/after-global-failure: 192.0.2.10:5060 sent the INVITE …",
                frames: [3, 5], written: "retry")),
        CheckedKey(
            "a suppression", "rule", "call/auth-loop", met: "rule: auth/loop, reason: known",
            failed: "rule: auth/nonce-count, reason: known"),
        CheckedKey(
            "a suppression", "reason", "call/auth-loop", met: "rule: auth/loop, reason: the lab's server",
            failed: #"rule: auth/loop, reason: """#, status: 2),
        CheckedKey(
            "a suppression", "until", "call/auth-loop", met: "rule: auth/loop, reason: known, until: 2999-12-31",
            failed: "rule: auth/loop, reason: known, until: 2020-01-01"),
        CheckedKey(
            "a suppression", "call", "call/auth-loop", met: "rule: auth/loop, reason: known, call: 1",
            failed: "rule: auth/loop, reason: known, call: 2"),
    ]
}
