extension FixtureStoryTests {
    private static let bob = "alice called bob; 192.0.2.20 (SIPp/3.6.1)"
    private static let device = "alice called bob; bob's device (SIPp/3.6.1, seen at 192.0.2.20)"
    private static let hungUp = "alice called bob; answered after 1 s; alice hung up after 1 s"

    /// The stories of the fixtures that show a status in several situations.
    static let situationStories: [String: [String]] = [
        "situation/busy": [
            "\(device) was busy: 486 Busy Here after ringing for 2 s",
            "\(bob) was busy: 600 Busy Everywhere",
            "\(device) was busy: 600 Busy Everywhere after ringing for 1.5 s",
            "alice called bob; rang for 3 s; it ended with 487 Request Terminated",
        ],
        "situation/challenged": [
            "alice called premium; 192.0.2.2 (kamailio) refused the call with 403 Forbidden"
        ],
        "situation/declined": [
            "\(bob) declined with 603 Decline",
            "\(bob) declined with 603 Decline",
            "\(bob) blocked the call with 603 Network Blocked",
            "\(bob) declined with 603 Decline",
            "\(device) declined with 607 Unwanted after ringing for 2 s",
        ],
        "situation/media-refused": [
            "\(bob) ended the attempt with 488 Not Acceptable Here",
            "alice called bob; answered after 1 s; alice hung up after 6.3 s",
        ],
        "situation/not-there": [
            "bob called alice; 192.0.2.1 (kamailio) ended the attempt with 404 Not Registered",
            "bob called alice; 192.0.2.2 (kamailio) ended the attempt with 480 Not Registered",
            "\(bob) ended the attempt with 480 Temporarily Unavailable",
            hungUp,
        ],
        "situation/overload": [
            "\(bob) ended the attempt with 500 Server Internal Error",
            "\(bob) ended the attempt with 503 Service Unavailable",
            "\(bob) ended the attempt with 503 Service Unavailable",
        ],
        "situation/refused-403": [
            "alice called premium; 192.0.2.1 (kamailio) refused the call with 403 Forbidden",
            "\(bob) refused the call with 403 Stale Date",
            "alice called bob; answered after 1 s; alice hung up after 2 s",
        ],
        "situation/success": [
            "alice called bob; answered after 1 s; alice hung up after 2 s"
        ],
        "situation/timed-out": [
            "alice called bob; 192.0.2.1 (kamailio) ended the attempt with 408 Request Timeout",
            hungUp,
        ],
        "situation/unknown-481": [
            hungUp,
            "\(bob) was busy: 486 Busy Here",
            hungUp,
            hungUp,
            hungUp,
            "\(hungUp). alice asked bob to call carol; that was refused with 481 Call/Transaction Does Not Exist",
            "\(bob) ended the attempt with 481 Call/Transaction Does Not Exist",
        ],
    ]
}
