import SIPParsing
import _TestSupport

/// Scenarios and their stories.
extension StoryTests {
    static let calls: [Told] = [
        Told("alice called bob; answered after 1 s; alice hung up after 4 s") {
            let call = $0.answeredCall()
            $0.request(.bye, in: call, from: .alice, at: 5)
        },
        Told("alice called bob; answered after 1 s; bob hung up after 4 s") {
            let call = $0.answeredCall()
            $0.request(.bye, in: call, from: .bob, at: 5)
        },
        Told("alice called bob; answered after 1 s; no BYE was seen in the 59 s that followed") {
            _ = $0.answeredCall()
        },
        Told("192.0.2.1 called 192.0.2.2; answered after 1 s; no BYE was seen in the 59 s that followed") {
            _ = $0.answeredCall(from: Party("bob", host: 1))
        },
        Told("alice called \\u{202e}bob; 192.0.2.2 was busy: 486 Busy Here") {
            let invite = $0.request(.invite, from: .alice, to: Party("\u{202E}bob", host: 2), at: 0)
            $0.response(486, to: invite, at: 1)
        },
        Told("alice called bob; answered after 2 s; no BYE was seen in the 58 s that followed") {
            let invite = $0.request(.invite, from: .alice, to: .bob, at: 0)
            $0.response(
                407, to: invite, at: 0.1, lines: ["Proxy-Authenticate: Digest realm=\"a\", nonce=\"1\""])
            $0.acknowledge(invite, 407, at: 0.2)
            let again = $0.request(
                .invite, from: .alice, to: .bob, at: 0.3,
                lines: ["Proxy-Authorization: Digest username=\"a\", realm=\"a\", nonce=\"1\", response=\"0\""])
            $0.response(200, to: again, at: 2)
        },
        Told("alice called bob; rang for 3 s; alice cancelled") {
            let invite = $0.request(.invite, from: .alice, to: .bob, at: 0)
            $0.response(180, to: invite, at: 1)
            let cancel = $0.cancel(invite, at: 4)
            $0.response(200, to: cancel, at: 4.1)
            $0.response(487, to: invite, at: 4.2)
        },
        Told("alice called bob; alice cancelled after 4 s, before it was seen to ring") {
            let invite = $0.request(.invite, from: .alice, to: .bob, at: 0)
            $0.cancel(invite, at: 4)
            $0.response(487, to: invite, at: 4.2)
        },
        Told("alice called bob; 192.0.2.2 did not respond in 1 min 0 s") {
            $0.request(.invite, from: .alice, to: .bob, at: 0)
        },
        Told("alice called bob; no final response was seen in the 9 s watched", until: 9) {
            $0.request(.invite, from: .alice, to: .bob, at: 0)
        },
        Told("alice called bob; rang after 1 s; no final response was seen in the 9 s watched", until: 9) {
            let invite = $0.request(.invite, from: .alice, to: .bob, at: 0)
            $0.response(180, to: invite, at: 1)
        },
        Told("the call between bob and alice began before the capture; bob hung up") {
            let unseen = SIPScenario().unseen
            $0.request(.bye, in: unseen, from: .bob, at: 5)
        },
    ]

    static let failures: [Told] = [
        Told(
            "alice called bob; bob's device (Acme/1.2, seen at 192.0.2.2) declined with 603 Decline after ringing for 6 s"
        ) {
            let invite = $0.request(.invite, from: .alice, to: .bob, at: 0)
            $0.response(180, to: invite, at: 1)
            $0.response(603, to: invite, at: 7, lines: ["Server: Acme/1.2 (x; y)"])
        },
        Told("alice called bob; 192.0.2.2 (Acme/1.2) declined with 603 Decline after ringing for 6 s") {
            let invite = $0.request(.invite, from: .alice, to: .bob, at: 0)
            $0.response(180, to: invite, at: 1)
            $0.response(603, to: invite, at: 7, tag: "another", lines: ["Server: Acme/1.2"])
        },
        Told("alice called bob; 192.0.2.2 blocked the call with 608 Rejected") {
            let invite = $0.request(.invite, from: .alice, to: .bob, at: 0)
            $0.response(608, to: invite, at: 1)
        },
        Told("alice called bob; 192.0.2.2 refused the call with 403 Forbidden") {
            let invite = $0.request(.invite, from: .alice, to: .bob, at: 0)
            $0.response(403, to: invite, at: 1)
        },
        Told("alice called bob; 192.0.2.2 ended the attempt with 503 Service Unavailable") {
            let invite = $0.request(.invite, from: .alice, to: .bob, at: 0)
            let next = $0.forward(invite, by: .proxy, to: .bob, at: 0.1)
            $0.response(503, to: next, at: 1)
            $0.response(503, to: invite, at: 1.1)
        },
        Told("alice called bob; 192.0.2.9 ended the attempt with 408 Request Timeout") {
            var invite = $0.request(
                .invite, from: .alice, to: .proxy, at: 0, uri: "sip:bob@example.com", lines: [toBob])
            let next = $0.forward(invite, by: .proxy, to: .bob, at: 0.1)
            invite.to = .bob
            $0.response(408, to: invite, at: 9, tag: "p")
            $0.cancel(next, at: 9.1)
        },
        Told("alice called bob; an earlier attempt failed with 486 Busy Here; 192.0.2.2 was busy: 486 Busy Here") {
            for time in [0.0, 5] {
                let invite = $0.request(.invite, from: .alice, to: .bob, at: time)
                $0.response(486, to: invite, at: time + 1)
                $0.acknowledge(invite, 486, at: time + 1.1)
            }
        },
        Told(
            "alice called bob; 192.0.2.2 redirected to sip:carol@192.0.2.3 (302 Moved Temporarily), and no call there was seen"
        ) {
            let invite = $0.request(.invite, from: .alice, to: .bob, at: 0)
            $0.response(302, to: invite, at: 1, lines: ["Contact: <\(Party.carol.uri)>"])
        },
        Told(
            "alice called bob; 192.0.2.2 redirected to carol (302 Moved Temporarily); answered after 3 s; "
                + "no BYE was seen in the 57 s that followed"
        ) {
            let invite = $0.request(.invite, from: .alice, to: .bob, at: 0)
            $0.response(302, to: invite, at: 1, lines: ["Contact: <\(Party.carol.uri)>"])
            $0.acknowledge(invite, 302, at: 1.1)
            var again = $0.request(
                .invite, from: .alice, to: .carol, at: 1.2, uri: Party.carol.uri, lines: [toBob])
            again.to = .bob
            $0.response(200, to: again, at: 3)
        },
    ]

    private static let toBob = "To: <sip:bob@192.0.2.2>"

    static let others: [Told] = [
        Told(
            "alice called bob; rang at 2 devices; 192.0.2.4 answered after 2.9 s; no BYE was seen in the 57.1 s that followed"
        ) {
            let invite = $0.request(.invite, from: .alice, to: .bob, at: 0)
            let one = $0.forward(invite, by: .proxy, to: .carol, at: 0.1)
            let two = $0.forward(invite, by: .proxy, to: .dave, at: 0.1)
            for (hop, tag) in [(one, "one"), (two, "two")] {
                $0.response(180, to: hop, at: 1, tag: tag)
                $0.response(180, to: invite, at: 1.01, tag: tag)
            }
            $0.response(200, to: two, at: 2.9, tag: "two")
            $0.response(200, to: invite, at: 3, tag: "two")
        },
        Told(
            "alice called bob; answered after 1 s; alice put bob on hold from 12 s to 40 s; "
                + "no BYE was seen in the 59 s that followed"
        ) {
            let invite = $0.request(.invite, from: .alice, to: .bob, at: 0, body: .sdp)
            $0.response(200, to: invite, at: 1, body: .sdp)
            $0.acknowledge(invite, at: 1.1)
            for (time, direction, answer) in [(13.0, "sendonly", "recvonly"), (41, "sendrecv", "sendrecv")] {
                let again = $0.request(.invite, in: invite, from: .alice, at: time - 0.1, body: sdp(direction))
                $0.response(200, to: again, at: time, body: sdp(answer))
                $0.acknowledge(again, at: time + 0.1)
            }
        },
        Told(
            "alice called bob; answered after 1 s; no BYE was seen in the 59 s that followed. "
                + "alice asked bob to call carol; bob accepted (200 OK); bob called carol, which failed with 603 Decline"
        ) { $0 = SIPScenario.failedTransfer() },
        Told(
            "alice called bob; answered after 1 s; no BYE was seen in the 59 s that followed. "
                + "bob asked alice to call carol; that was refused with 403 Forbidden"
        ) {
            let call = $0.answeredCall()
            let refer = $0.request(.refer, in: call, from: .bob, at: 5, lines: ["Refer-To: <\(Party.carol.uri)>"])
            $0.response(403, to: refer, at: 5.1)
        },
        Told(
            "alice called bob; answered after 1 s; no BYE was seen in the 9 s that followed. "
                + "alice asked bob to call carol; bob accepted (202 Accepted); the capture shows no more of it",
            until: 10
        ) {
            let call = $0.answeredCall()
            let refer = $0.request(.refer, in: call, from: .alice, at: 5, lines: ["Refer-To: <\(Party.carol.uri)>"])
            $0.response(202, to: refer, at: 5.1)
        },
    ]

    private static func sdp(_ direction: String) -> SIPScenario.Body {
        .init(type: "application/sdp", SIPScenario.Body.sdp.text + "a=\(direction)\r\n")
    }
}

extension SIPScenario {
    /// A call that passed before the capture.
    fileprivate var unseen: Request {
        var earlier = self
        return earlier.request(.invite, from: .alice, to: .bob, at: -9)
    }
}
