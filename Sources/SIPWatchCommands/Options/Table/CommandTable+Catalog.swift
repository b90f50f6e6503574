extension CommandTable {
    /// Commands that print what the program knows.
    static let catalog: [Command] = [explain, compare, codes, rules]

    private static let explain = Command(
        .explain,
        summary: "Explain a response code, a rule or a topic",
        details: "Says what it means, what causes it, and what to do about it.",
        synopsis: ["explain [OPTION]... CODE|TOPIC"],
        operands: Operands(
            kind: .code, count: 1...1, placeholder: "CODE|TOPIC", description: "a response code or a topic"),
        examples: [
            Example(
                "sipwatch explain 603", "Read what a 603 means, what causes it and what to do.", isLeading: true),
            Example("sipwatch explain transfer/no-notify", "Read about a rule that the report named."),
        ])

    private static let compare = Command(
        .compare,
        summary: "Set two response codes side by side",
        details: "Says what they share, how they differ, and how to tell them apart in a trace.",
        synopsis: ["compare [OPTION]... CODE CODE"],
        operands: Operands(kind: .code, count: 2...2, placeholder: "CODE CODE", description: "two response codes"),
        examples: [
            Example(
                "sipwatch compare 202 603", "See why an accepted transfer can still be declined.", isLeading: true)
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
