import SIPCatalog

extension OptionTable {
    /// Options that say what the output looks like.
    static let report: [Option] = [
        Option(
            .format, letter: "f",
            placeholder: "FORMAT", kind: .choice(formats), defaultValue: .choice(OutputFormat.text.rawValue),
            group: .report, commands: readers.union(lists).union([.interfaces]),
            summary: "Form of the output"),
        Option(
            .output, letter: "o",
            placeholder: "FILE", kind: .path, repetition: .refused,
            group: .report, commands: readers,
            summary: "Write the output to this file",
            details: "A file that exists is overwritten. While watching, SIGHUP reopens it."),
        Option(
            .call, placeholder: "N|CALL-ID", kind: .text, repetition: .collects,
            group: .report, commands: [.analyze],
            summary: "Show only this call, in full; may be repeated",
            details: "N is the number that the report gives the call; anything else is taken as a Call-ID."),
        Option(
            .details, placeholder: "N|all", kind: .integer(0...1_000_000_000, orAll: true),
            defaultValue: .integer(25),
            group: .report, commands: [.analyze, .check],
            summary: "Show at most N calls with findings in full, and N that failed",
            details: "This concerns the text form alone. The calls beyond N are listed with one line each."),
        Option(
            .color,
            aliases: [
                .hidden(.long("colour")), .hidden(.long("no-color"), implying: ColorMode.never.rawValue),
            ],
            placeholder: "WHEN", kind: .choice(colors), defaultValue: .choice(ColorMode.auto.rawValue),
            group: .report, commands: readers.union(lists).union([.interfaces]),
            summary: "When to color the text form",
            details: "With NO_COLOR in the environment 'auto' colors nothing."),
        Option(
            .language, aliases: [.hidden(.long("language"))],
            placeholder: "LANG", kind: .choice(languages), takesOtherWords: true,
            group: .report, commands: readers.union(lists),
            summary: "Language of findings and explanations",
            details: "Without it LC_ALL, LC_MESSAGES or LANG decide. A language that is not there means English."),
        Option(
            .family, placeholder: "NAME", kind: .text, repetition: .refused,
            group: .report, commands: [.compare],
            summary: "Compare the codes of a family; 'list' lists the families"),
        Option(
            .figures,
            defaultValue: .flag(false),
            group: .report, commands: [.analyze, .watch],
            summary: "Show ratios and delays of all attempts, such as SER, ASR and SRD",
            details: "They are defined by RFC 6076 and measured at the capture point. JSON has them always."),
        Option(
            .legHeader, placeholder: "NAME", kind: .text, repetition: .collects,
            group: .report, commands: readers,
            summary: "Header field that names another leg's Call-ID; may be repeated",
            details:
                "Back-to-back user agents tell by it which calls belong together. X-Call-ID and X-CID always count."
        ),
    ]

    private static let formats: [Choice] = [
        Choice(OutputFormat.text.rawValue, "for people"),
        Choice(
            OutputFormat.json.rawValue, "one JSON document",
            for: lists.union([.analyze, .check, .interfaces])),
        Choice(OutputFormat.jsonLines.rawValue, "one JSON object per line", for: readers),
        Choice(OutputFormat.markdown.rawValue, "for tickets and wikis", for: lists),
        Choice(OutputFormat.html.rawValue, "a page that stands alone", for: lists),
    ]

    private static let colors: [Choice] = [
        Choice(ColorMode.auto.rawValue, "on a terminal only"),
        Choice(ColorMode.always.rawValue, "even into a file or pipe"),
        Choice(ColorMode.never.rawValue, "plain text"),
    ]

    private static let languages = CatalogLanguage.allCases.map { Choice($0.tag, $0.name) }
}
