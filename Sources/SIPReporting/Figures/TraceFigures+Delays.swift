/// Lengths of time, successes and failures each by themselves.
extension TraceFigures {
    /// The lengths of time, in the order in which they are shown.
    public var delays: [Figure] {
        [
            Figure(
                "srdAnswered", "SRD", calls.requestDelayAnswered,
                "INVITE to the first provisional response but 100, else to the 2xx, of answered attempts",
                "RFC 6076 4.3.1"),
            Figure(
                "srdFailed", "SRD failed", calls.requestDelayFailed,
                "INVITE to the first provisional response but 100, else to the 4xx, 5xx or 6xx, 401, 402 and 407 left out",
                "RFC 6076 4.3.2"),
            Figure(
                "pdd", "PDD", calls.postDialDelay, "INVITE to the first 180, or 183 with a session description",
                "no standard"),
            Figure(
                "sdtCompleted", "SDT", calls.durationCompleted, "2xx to the BYE, which was answered", "RFC 6076 4.5.1"),
            Figure(
                "sdtFailed", "SDT failed", calls.durationUnanswered, "2xx to the end of Timer F, the BYE unanswered",
                "RFC 6076 4.5.2"),
            Figure("acd", "ACD", calls.duration, "2xx to the BYE, whatever came of it", "no standard"),
            Figure(
                "sddAnswered", "SDD", calls.disconnectDelayAnswered,
                "BYE to its 2xx, through challenges and 503; timeouts left out", "RFC 6076 4.4"),
            Figure(
                "sddFailed", "SDD failed", calls.disconnectDelayFailed,
                "BYE to the final response that refused it; timeouts left out", "RFC 6076 4.4"),
            Figure("pbd", "PBD", calls.postByeDelay, "the BYE that was accepted to its 2xx", "no standard"),
            Figure(
                "rrd", "RRD", registrations.delay, "first REGISTER to the 2xx, through challenges", "RFC 6076 4.1"),
        ]
    }
}
