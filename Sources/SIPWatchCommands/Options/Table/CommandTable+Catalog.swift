extension CommandTable {
    /// Commands that print what the program knows.
    static let catalog: [Command] = [explain, compare, codes, rules]

    private static let explain = Command(
        .explain,
        summary: "Explain a response code, a rule or a topic",
        details: "Says what it means, what causes it, and what to do about it. A topic is a situation of a code "
            + "(403/in-dialog), a rule, a method, a header field, an option tag, an event package, a reason of "
            + "Subscription-State, or one of q850:21, warning:370, reason:SIP, sipfrag:603, timer:B and term:fork. Any other "
            + "words are looked for in all of them.",
        synopsis: ["explain [OPTION]... CODE|TOPIC|WORD..."],
        operands: Operands(
            kind: .code, count: 1...16, placeholder: "CODE|TOPIC|WORD...", description: "a response code or a topic"),
        examples: [
            Example(
                "sipwatch explain 603", "Read what a 603 means, what causes it and what to do.", isLeading: true),
            Example("sipwatch explain transfer/no-notify", "Read about a rule that the report named."),
            Example("sipwatch explain Refer-To", "Read what a header field is for; so do q850:21 and timer:B."),
            Example("sipwatch explain --lang fr call forwarding", "List what there is on a subject, in French."),
            Example("sipwatch explain 486 -f html > 486.html", "Make a page that can be published."),
        ])

    private static let compare = Command(
        .compare,
        summary: "Set response codes side by side",
        details:
            "Says what they share, how they differ, and how to tell them apart in a trace. Of more than two codes, "
            + "and of a family, it makes a table.",
        synopsis: ["compare [OPTION]... CODE CODE...", "compare [OPTION]... --family NAME"],
        operands: Operands(
            kind: .code, count: 0...16, placeholder: "CODE CODE...", description: "two response codes or more"),
        examples: [
            Example(
                "sipwatch compare 202 603", "See why an accepted transfer can still be declined.", isLeading: true),
            Example("sipwatch compare 403 603 608", "Set three codes in one table."),
            Example("sipwatch compare --family rejection --lang vi", "See who may reject a call, in Vietnamese."),
            Example("sipwatch compare --family list", "List the families."),
        ])

    private static let codes = Command(
        .codes,
        summary: "List the response codes",
        details: "",
        synopsis: ["codes [OPTION]..."],
        operands: .none,
        examples: [Example("sipwatch codes", "List all response codes with one line each.")])

    private static let rules = Command(
        .rules,
        summary: "List the rules, all or those of an area, or show one",
        details: "",
        synopsis: ["rules [OPTION]... [NAME|AREA]"],
        operands: Operands(
            kind: .rule, count: 0...1, placeholder: "NAME|AREA", description: "the name of a rule or an area"),
        examples: [
            Example("sipwatch rules", "List what can be found, with severities."),
            Example("sipwatch rules transfer", "List what can go wrong with transfers."),
            Example("sipwatch rules invite/missing-ack", "Show one rule."),
        ])
}
