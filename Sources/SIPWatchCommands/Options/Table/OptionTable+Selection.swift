import SIPFindings

extension OptionTable {
    /// Options that say which calls and findings there are for the report, and for the exit status of `check`.
    static let selection: [Option] = [
        Option(
            .filter, placeholder: "EXPR", kind: .text, repetition: .refused,
            group: .selection, commands: readers,
            summary: "Show only calls and requests that match",
            details: """
                Such as 'status >= 400 and not method = OPTIONS and from ~ "1001"'. The fields are method, request, \
                status, response, outcome, kind, from, to, user, number, host, transport, callid, time, duration, \
                ring, messages, retransmissions, rule, severity, transfer and header NAME. They are compared with =, \
                !=, <, <=, >, >=, ~ (has in it) and !~; a field alone asks whether it has a value. Frames and \
                messages are counted all the same.
                """),
        Option(
            .select, placeholder: "RULE|AREA", kind: .text, repetition: .collects,
            group: .selection, commands: readers,
            summary: "Judge by these rules or areas alone; may be repeated",
            details: "Several are separated by commas. 'sipwatch rules' lists them."),
        Option(
            .ignore, placeholder: "RULE|AREA", kind: .text, repetition: .collects,
            group: .selection, commands: readers,
            summary: "Do not judge by these rules or areas; may be repeated",
            details: "A rule that is named in '--select' is judged by even if its area is ignored."),
        Option(
            .severity, placeholder: "SEVERITY", kind: .choice(severities),
            defaultValue: .choice(Severity.info.rawValue),
            group: .selection, commands: readers,
            summary: "Leave out findings less severe than this",
            details: "Those that are left out do not count for the exit status of 'check' either."),
    ]

    private static let severities: [Choice] = [
        Choice(Severity.info.rawValue, "all findings"),
        Choice(Severity.warning.rawValue, "errors and warnings"),
        Choice(Severity.error.rawValue, "errors alone"),
    ]
}
