extension OptionTable {
    /// The base timers of SIP, for networks that were set up with other values (RFC 3261 appendix A).
    static let timers: [Option] = [
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

    private static func timer(_ name: OptionName, milliseconds: Int, summary: String, details: String) -> Option {
        Option(
            name, placeholder: "MILLISECONDS", kind: .integer(1...3_600_000), defaultValue: .integer(milliseconds),
            group: .timers, commands: readers, summary: summary, details: details)
    }
}
