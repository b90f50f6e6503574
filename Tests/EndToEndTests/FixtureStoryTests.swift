import Testing
import _TestSupport

/// What each fixture's calls are told as: judged against what its scenario does, as its `.md` file says.
@Suite("Each fixture gets the story that its scenario tells")
struct FixtureStoryTests {
    private static let redirector = "192.0.2.1 redirected to bob at 192.0.2.20:5060 (302 Moved Temporarily)"
    private static let referred = "alice asked bob to call carol; bob accepted (202 Accepted); "

    private static let stories: [String: [String]] = [
        "call/answered": ["alice called bob; answered after 1 s; alice hung up after 2 s"],
        "call/answered-via-proxy": ["alice called bob; answered after 1 s; alice hung up after 2 s"],
        "call/auth-loop": [
            "alice called bob; 192.0.2.1 (kamailio) did not accept the credentials: 407 Proxy Authentication Required"
        ],
        "call/authenticated-407": ["alice called bob; answered after 1 s; alice hung up after 2 s"],
        "call/blocked-608": ["alice called bob; 192.0.2.20 (SIPp/3.6.1) blocked the call with 608 Rejected"],
        "call/blocked-608-no-redress": ["alice called bob; 192.0.2.20 (SIPp/3.6.1) blocked the call with 608 Rejected"],
        "call/busy-486": ["alice called bob; 192.0.2.20 (SIPp/3.6.1) was busy: 486 Busy Here"],
        "call/cancel-crossing-200": [
            "alice called bob; alice cancelled after 2 s, which had no effect; answered after 2 s; "
                + "alice hung up after 0.025 s"
        ],
        "call/cancelled": ["alice called bob; rang for 2 s; alice cancelled"],
        "call/declined-603": [
            "alice called bob; bob's device (SIPp/3.6.1, seen at 192.0.2.20) declined with 603 Decline "
                + "after ringing for 1.5 s"
        ],
        "call/early-media-183": ["alice called bob; answered after 2 s; alice hung up after 2 s"],
        "call/forbidden-403": ["alice called bob; 192.0.2.20 (SIPp/3.6.1) refused the call with 403 Forbidden"],
        "call/forked-via-proxy": [
            "alice called sales; rang at 2 devices; 192.0.2.30 answered after 2.5 s; alice hung up after 2 s"
        ],
        "call/ipv6": ["alice called bob; answered after 1 s; alice hung up after 2 s"],
        "call/missing-ack": ["alice called bob; answered after 0.509 s; bob hung up after 32 s"],
        "call/no-response": ["alice called bob; 192.0.2.20 did not respond in 33.5 s"],
        "call/proxy-408": [
            "alice called bob; 192.0.2.1 (kamailio) ended the attempt with 408 Request Timeout after ringing for 3.9 s"
        ],
        "call/retry-after-403": [
            "alice called bob; an earlier attempt failed with 403 Forbidden; "
                + "192.0.2.20 (SIPp/3.6.1) refused the call with 403 Forbidden"
        ],
        "call/retry-after-603": [
            "alice called bob; an earlier attempt failed with 603 Decline; "
                + "192.0.2.20 (SIPp/3.6.1) declined with 603 Decline"
        ],
        "call/tcp": ["alice called bob; answered after 1 s; alice hung up after 2 s"],
        "call/tcp-coalesced": ["alice called bob; answered after 0.1 s; alice hung up after 0 s"],
        "call/unavailable-480": [
            "alice called bob; bob's device (SIPp/3.6.1, seen at 192.0.2.20) ended the attempt with "
                + "480 Temporarily Unavailable after ringing for 6 s"
        ],
        "redirect/followed-302": [
            "alice called bob; \(redirector); answered after 1 s; alice hung up after 2 s"
        ],
        "redirect/followed-302-new-call-id": [
            "alice called bob; \(redirector); answered after 1.3 s; alice hung up after 2 s"
        ],
        "redirect/loop-302": [
            "alice called bob; 192.0.2.1 redirected to bob at 192.0.2.2:5060 (302 Moved Temporarily); "
                + "192.0.2.2 redirected to bob at 192.0.2.1:5060 (302 Moved Temporarily); and 2 more redirects; "
                + "192.0.2.1 (kamailio) redirected to sip:bob@192.0.2.2:5060 (302 Moved Temporarily), "
                + "where it had been tried before"
        ],
        "redirect/not-followed-302": [
            "alice called bob; 192.0.2.1 (kamailio) redirected to sip:bob@192.0.2.20:5060 (302 Moved Temporarily), "
                + "and no call there was seen"
        ],
        "redirect/several-contacts-302": [
            "alice called bob; \(redirector); answered after 1 s; alice hung up after 2 s"
        ],
        "transfer/attended-replaces": [
            "alice called bob; answered after 0.508 s; alice hung up after 8 s. alice asked bob to call carol in place "
                + "of a call that was up; bob accepted (202 Accepted); bob called carol, answered after 0 s; "
                + "that call lasted 4.5 s until bob hung up"
        ],
        "transfer/blind-completed": [
            "alice called bob; answered after 0.505 s; bob hung up after 4 s. bob asked alice to call carol; "
                + "alice accepted (202 Accepted); alice called carol, answered after 1 s; "
                + "that call lasted 4 s until alice hung up"
        ],
        "transfer/blind-declined": [
            "alice called bob; answered after 0.504 s; alice hung up after 4 s. \(referred)"
                + "bob called carol, which failed with 603 Decline"
        ],
        "transfer/no-notify": [
            "alice called bob; answered after 0.508 s; alice hung up after 37 s. \(referred)"
                + "no report of how that ended was seen"
        ],
        "transfer/no-notify-cut-short": [
            "alice called bob; answered after 0.508 s; no BYE was seen in the 7.5 s that followed. \(referred)"
                + "the capture shows no more of it"
        ],
        "transfer/notify-after-bye": [
            "alice called bob; answered after 0.508 s; alice hung up after 1 s. \(referred)"
                + "bob called carol, answered after 1 s; that call lasted 3 s until bob hung up"
        ],
        "transfer/notify-before-202": [
            "alice called bob; answered after 0.508 s; alice hung up after 4 s. \(referred)"
                + "bob called carol, answered after 1 s; that call lasted 4 s until bob hung up"
        ],
        "transfer/ok-200": [
            "alice called bob; answered after 0.507 s; alice hung up after 4 s. alice asked bob to call carol; "
                + "bob accepted (200 OK); bob called carol, answered after 1 s; that call lasted 4 s until bob hung up"
        ],
        "transfer/refer-sub-false": [
            "alice called bob; answered after 0.508 s; alice hung up after 39 s. \(referred)"
                + "bob called carol, answered after 1 s; that call lasted 39 s until bob hung up"
        ],
        "transfer/refused-403": [
            "alice called bob; answered after 0.508 s; alice hung up after 2 s. alice asked bob to call carol; "
                + "that was refused with 403 Forbidden"
        ],
        "transfer/stuck-at-100": [
            "alice called bob; answered after 0.508 s; alice hung up after 43 s. \(referred)"
                + "no report of how that ended was seen"
        ],
    ]

    @Test(arguments: FixtureVerdict.all)
    func story(_ verdict: FixtureVerdict) throws {
        let report = try ReportDocument(of: Fixture(verdict.fixture).path)
        let stories = Self.stories[verdict.fixture] ?? Self.situationStories[verdict.fixture] ?? []
        #expect(report.calls.map(\.story) == stories)
    }
}
