import SIPCatalog
import SIPChecking

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
            placeholder: "FILE", kind: .path, repetition: .refused(except: [.check]),
            group: .report, commands: readers,
            summary: "Write the output to this file",
            details: """
                A file that exists is overwritten. While watching, SIGHUP reopens it. With 'check', FORMAT=FILE writes a \
                further form of the verdict, as often as it is given.
                """),
        Option(
            .call, placeholder: "N|CALL-ID", kind: .text, repetition: .collects,
            group: .report, commands: [.analyze],
            summary: "Show only this call, in full; may be repeated",
            details: "N is the number that the report gives the call; anything else is taken as a Call-ID."),
        Option(
            .details, placeholder: "N|all", kind: .integer(0...1_000_000_000, orAll: true),
            defaultValue: .integer(25),
            group: .report, commands: [.analyze],
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
        Choice(OutputFormat.markdown.rawValue, "for tickets and wikis", for: lists.union([.check])),
        Choice(OutputFormat.html.rawValue, "a page that stands alone", for: lists),
        Choice(CheckFormat.junit.rawValue, "JUnit XML", for: [.check]),
        Choice(CheckFormat.sarif.rawValue, "SARIF 2.1.0, for code scanning", for: [.check]),
        Choice(CheckFormat.github.rawValue, "annotations and summary of GitHub", for: [.check]),
        Choice(CheckFormat.gitlab.rawValue, "code quality report of GitLab", for: [.check]),
        Choice(CheckFormat.tap.rawValue, "Test Anything Protocol 14", for: [.check]),
    ]

    private static let colors: [Choice] = [
        Choice(ColorMode.auto.rawValue, "on a terminal only"),
        Choice(ColorMode.always.rawValue, "even into a file or pipe"),
        Choice(ColorMode.never.rawValue, "plain text"),
    ]

    private static let languages = CatalogLanguage.allCases.map { Choice($0.tag, $0.name) }
}
