/// The keys of calls.
extension CheckedKey {
    static let calls = [
        CheckedKey(
            "a call", "name", "call/busy-486", met: "name: to a busy phone, outcome: busy",
            failed: "name: to a busy phone, outcome: answered",
            .init("outcome", seen: "busy (486 Busy Here)", frames: [3], written: "outcome")),
        CheckedKey(
            "a call", "match", "call/answered", met: "match: {from: alice}", failed: "match: {from: carol}",
            .init("match", seen: "call 1 (alice → bob)", state: "unmatched", written: "{")),
        CheckedKey(
            "a call", "outcome", "call/declined-603", met: "outcome: [busy, declined]", failed: "outcome: answered",
            .init("outcome", seen: "declined (603 Decline)", frames: [4], written: "outcome")),
        CheckedKey(
            "a call", "status", "call/busy-486", met: "status: [200, 4xx]", failed: "status: 603",
            .init("status", seen: "486 Busy Here", frames: [3], written: "status")),
        CheckedKey(
            "a call", "reason", "call/busy-486", met: "reason: /^busy here$/i", failed: "reason: OK",
            .init("reason", seen: "Busy Here", frames: [3], written: "reason")),
        CheckedKey(
            "a call", "ended-by", "call/answered", met: "ended-by: caller", failed: "ended-by: callee",
            .init("ended-by", seen: "caller", frames: [6], written: "ended-by")),
        CheckedKey(
            "a call", "legs", "transfer/blind-declined", met: "legs: 2", failed: "legs: 1",
            .init("legs", seen: "2", frames: [1, 10], written: "legs")),
        CheckedKey(
            "a call", "retransmissions", "call/no-response", met: "retransmissions: 1 .. 6",
            failed: "retransmissions: 0",
            .init("retransmissions", seen: "6", frames: [2, 3, 4, 5, 6, 7], written: "retransmissions")),
        CheckedKey(
            "a call", "setup", "call/answered", met: "setup: < 2 s", failed: #"setup: "> 30 s""#,
            .init("setup", seen: "1.007 s", frames: [4], written: "setup")),
        CheckedKey(
            "a call", "post-dial", "call/answered", met: "post-dial: < 1 s", failed: "post-dial: 3 s .. 1 m",
            .init("post-dial", seen: "0.001 s", frames: [3], written: "post-dial")),
        CheckedKey(
            "a call", "ring", "call/answered", met: "ring: <= 2 s", failed: "ring: < 1 ms",
            .init("ring", seen: "1.005 s", frames: [4], written: "ring")),
        CheckedKey(
            "a call", "duration", "call/answered", met: "duration: 1 s .. 3 s", failed: #"duration: "> 1 h""#,
            .init("duration", seen: "2.003 s", frames: [6], written: "duration")),
        CheckedKey(
            "a call", "codecs", "call/answered", met: "codecs: [PCMU]", failed: "codecs: [opus]",
            .init("codecs", seen: "PCMU", frames: [4], written: "codecs")),
        CheckedKey(
            "a call", "transfers", "transfer/blind-completed", met: "transfers: [{outcome: completed}]",
            failed: "transfers: []",
            .init("transfers", seen: "1 transfer", frames: [6], written: "transfers")),
        CheckedKey(
            "a call", "redirects", "redirect/not-followed-302", met: "redirects: [{followed: false}]",
            failed: "redirects: []",
            .init("redirects", seen: "1 redirect", frames: [2], written: "redirects")),
        CheckedKey(
            "a call", "messages", "call/answered", met: "messages: {match: {request: BYE}, count: 1}",
            failed: "messages: {match: {request: BYE}, count: 2}",
            .init("messages[1].count", seen: "1", frames: [6], written: "count")),
        CheckedKey(
            "a call", "findings", "call/auth-loop", met: "findings: {required: auth}",
            failed: "findings: {forbidden: auth}",
            .init(
                "findings.forbidden.auth",
                seen:
                    "auth/loop: 192.0.2.10:5060 sent INVITE with credentials …",
                frames: [4, 5, 7, 8, 10, 11, 13, 14], written: "auth")),
    ]

    static let callMatches = [
        CheckedKey(
            "the match of a call", "from", "call/answered", met: #"from: "sip:alice@example.com""#, failed: "from: bob",
            .init("match", seen: "call 1 (alice → bob)", state: "unmatched", written: "{")),
        CheckedKey(
            "the match of a call", "to", "call/answered", met: "to: /^sip:bob@/", failed: "to: alice@example.com",
            .init("match", seen: "call 1 (alice → bob)", state: "unmatched", written: "{")),
        CheckedKey(
            "the match of a call", "order", "call/answered", met: "order: 1", failed: "order: 2",
            .init("match", seen: "call 1 (alice → bob)", state: "unmatched", written: "{")),
        CheckedKey(
            "the match of a call", "header", "call/answered", met: "header: {CSeq: 1 INVITE, Subject: absent}",
            failed: "header: {Subject: present}",
            .init("match", seen: "call 1 (alice → bob)", state: "unmatched", written: "{")),
        CheckedKey(
            "the match of a call", "filter", "call/busy-486", met: #"filter: "status >= 400""#,
            failed: #"filter: "status < 400""#,
            .init("match", seen: "call 1 (alice → bob)", state: "unmatched", written: "{")),
    ]
}
