import SIPChecking

extension OptionTable {
    /// The base timers of SIP, for networks that were set up with other values (RFC 3261 appendix A).
    static let timers: [Option] = [
        Option(
            .profile, placeholder: "PROFILE", kind: .choice(profiles),
            defaultValue: .choice(TimerProfile.rfc3261.rawValue),
            group: .timers, commands: readers,
            summary: "Values of T1, T2 and T4 where they are not given",
            details: "'ims' is for the terminals of an IP multimedia subsystem (3GPP TS 24.229, table 7.7.1)."),
        timer(
            .timer1, milliseconds: 500, summary: "Estimate of the round trip time",
            details: "Most deadlines are multiples of it: a request without an answer is given up after 64 times T1."),
        timer(
            .timer2, milliseconds: 4_000, summary: "Longest interval between two retransmissions",
            details: "It holds for requests other than INVITE and for responses to INVITE."),
        timer(
            .timer4, milliseconds: 5_000, summary: "How long the network may keep a message",
            details: ""),
    ]

    private static let profiles: [Choice] = [
        Choice(TimerProfile.rfc3261.rawValue, "0.5 s, 4 s and 5 s"),
        Choice(TimerProfile.ims.rawValue, "2 s, 16 s and 17 s"),
    ]

    private static func timer(_ name: OptionName, milliseconds: Int, summary: String, details: String) -> Option {
        Option(
            name, placeholder: "MILLISECONDS", kind: .integer(1...3_600_000), defaultValue: .integer(milliseconds),
            group: .timers, commands: readers, summary: summary, details: details)
    }
}
