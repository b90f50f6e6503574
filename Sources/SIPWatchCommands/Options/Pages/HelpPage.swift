/// The help that `--help` and `help` print, in general and for one command.
struct HelpPage {
    /// No line is longer.
    static let width = 80

    private static let optionColumn = 31
    private static let commandColumn = 15

    private var lines: [String] = []

    /// The general help.
    static func general() -> String {
        var page = HelpPage()
        page.add(wrapped(CommandTable.programDescription, width: width))
        page.addExamples(CommandTable.all.flatMap(\.examples).filter(\.isLeading))
        page.addUsage(CommandTable.all.prefix { OptionTable.readers.contains($0.name) }.flatMap(\.synopsis))
        page.addCommands(CommandTable.all)
        page.addOptions(for: CommandName.allCases, isExplained: false)
        page.add([""])
        page.add(
            wrapped(
                "'\(CommandTable.programName) help COMMAND' shows the options that a command takes, and more on each.",
                width: width))
        page.addExitStatuses(ExitStatus.allCases, of: nil)
        return page.text
    }

    /// The help for one command.
    static func page(for command: Command) -> String {
        var page = HelpPage()
        let title = "\(CommandTable.programName) \(command.name.rawValue): \(command.summary)."
        page.add(wrapped(title, width: width))
        if !command.details.isEmpty { page.add([""] + wrapped(command.details, width: width)) }
        page.addExamples(command.examples)
        page.addUsage(command.synopsis)
        page.addOptions(for: [command.name], isExplained: true)
        page.addExitStatuses(command.exitStatuses, of: command.name)
        return page.text
    }

    private var text: String {
        lines.joined(separator: "\n") + "\n"
    }

    private mutating func add(_ more: [String]) {
        lines += more
    }

    private mutating func addHeading(_ heading: String) {
        lines += ["", heading]
    }

    private mutating func addExamples(_ examples: [Example]) {
        addHeading("EXAMPLES")
        for example in examples {
            lines.append("  \(example.line)")
            lines += wrapped(example.explanation, width: Self.width - 6).map { "      \($0)" }
        }
    }

    private mutating func addUsage(_ synopsis: [String]) {
        addHeading("USAGE")
        lines += synopsis.map { "  \(CommandTable.programName) \($0)" }
    }

    private mutating func addCommands(_ commands: [Command]) {
        addHeading("COMMANDS")
        for command in commands {
            lines += definition(
                command.name.rawValue, command.summary, indent: 2, column: Self.commandColumn, width: Self.width)
        }
    }

    private mutating func addOptions(for commands: [CommandName], isExplained: Bool) {
        addHeading("OPTIONS")
        let accepted = OptionTable.all.filter { option in commands.contains(where: option.commands.contains) }
        let groups = OptionGroup.allCases.filter { group in accepted.contains { $0.group == group } }
        for group in groups {
            if group != groups.first { lines.append("") }
            lines.append("\(group.rawValue):")
            for option in accepted where option.group == group {
                if isExplained {
                    addExplained(option, for: commands)
                } else {
                    addDefinition(option.term, option.summaryWithWords(for: commands))
                }
            }
        }
    }

    private mutating func addExplained(_ option: Option, for commands: [CommandName]) {
        let choices = option.choices(for: commands)
        let head = option.summaryWithDefault + (option.details.isEmpty || !choices.isEmpty ? "" : ".")
        let margin = String(repeating: " ", count: Self.optionColumn)
        guard !choices.isEmpty else {
            addDefinition(option.term, option.details.isEmpty ? head : "\(head) \(option.details)")
            return
        }
        addDefinition(option.term, head + ":")
        let longest = choices.map(\.word.count).max() ?? 0
        for choice in choices {
            let padding = String(repeating: " ", count: longest - choice.word.count + 2)
            lines.append("\(margin)  \(choice.word)\(padding)\(choice.summary)")
        }
        lines += wrapped(option.details, width: Self.width - Self.optionColumn).map { margin + $0 }
    }

    private mutating func addDefinition(_ term: String, _ text: String) {
        lines += definition(term, text, indent: 2, column: Self.optionColumn, width: Self.width)
    }

    private mutating func addExitStatuses(_ statuses: [ExitStatus], of command: CommandName?) {
        addHeading("EXIT STATUS")
        lines += statuses.map { "  \($0.rawValue)  \($0.meaning(for: command))" }
    }
}
