extension OptionTable {
    /// Options that concern the program itself.
    static let general: [Option] = [
        Option(
            .quiet, letter: "q", aliases: [.hidden(.long("no-quiet"), implying: "off")],
            defaultValue: .flag(false),
            group: .general, commands: readers,
            summary: "Show no progress on standard error",
            details: "Errors are shown all the same."),
        Option(
            .help, letter: "h",
            group: .general, commands: Set(CommandName.allCases),
            summary: "Show help and exit"),
        Option(
            .version, letter: "V",
            group: .general, commands: Set(CommandName.allCases),
            summary: "Show the version and exit"),
    ]
}
