/// Lengths of time, successes and failures each by themselves.
extension TraceFigures {
    /// The lengths of time, in the order in which they are shown.
    public var delays: [Figure] {
        [
            Figure(
                "srdAnswered", "SRD", calls.requestDelayAnswered,
                "RFC 6076 4.3.1"),
            Figure(
                "srdFailed", "SRD failed", calls.requestDelayFailed,
                "RFC 6076 4.3.2"),
            Figure(
                "pdd", "PDD", calls.postDialDelay,
                nil),
            Figure(
                "sdtCompleted", "SDT", calls.durationCompleted, "RFC 6076 4.5.1"),
            Figure(
                "sdtFailed", "SDT failed", calls.durationUnanswered,
                "RFC 6076 4.5.2"),
            Figure("acd", "ACD", calls.duration, nil),
            Figure(
                "sddAnswered", "SDD", calls.disconnectDelayAnswered, "RFC 6076 4.4"),
            Figure(
                "sddFailed", "SDD failed", calls.disconnectDelayFailed, "RFC 6076 4.4"),
            Figure("pbd", "PBD", calls.postByeDelay, nil),
            Figure(
                "rrd", "RRD", registrations.delay, "RFC 6076 4.1"),
        ]
    }
}
