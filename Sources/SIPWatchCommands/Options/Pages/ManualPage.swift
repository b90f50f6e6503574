import TraceTypes

/// The man page, as roff for the man macros.
struct ManualPage {
    private var lines: [String] = []

    /// The whole page.
    static func text() -> String {
        var page = ManualPage()
        page.addHead()
        page.addExamples()
        page.addCommands()
        page.addOptions()
        page.addExitStatuses()
        page.addReferences()
        return page.lines.joined(separator: "\n") + "\n"
    }

    private mutating func addHead() {
        let name = CommandTable.programName
        lines.append(".TH \(name.uppercased()) 1 \"\" \"\(name)\" \"User Commands\"")
        lines += [".SH NAME", "\(RoffText.escaped(name)) \\- \(RoffText.escaped(CommandTable.programSummary))"]
        lines.append(".SH SYNOPSIS")
        for (index, synopsis) in CommandTable.all.flatMap(\.synopsis).enumerated() {
            if index > 0 { lines.append(".br") }
            lines.append("\(RoffText.bold(name)) \(RoffText.escaped(synopsis))")
        }
        lines += [".SH DESCRIPTION", RoffText.escaped(CommandTable.programDescription)]
    }

    private mutating func addExamples() {
        lines.append(".SH EXAMPLES")
        for example in CommandTable.all.flatMap(\.examples) {
            lines += [".TP", RoffText.bold(example.line), RoffText.escaped(example.explanation)]
        }
    }

    private mutating func addCommands() {
        lines.append(".SH COMMANDS")
        for command in CommandTable.all {
            let head = [RoffText.bold(command.name.rawValue), RoffText.italic(command.operands.placeholder)]
            lines += [".TP", command.operands.placeholder.isEmpty ? head[0] : head.joined(separator: " ")]
            lines.append(RoffText.escaped(command.summary + "."))
            if !command.details.isEmpty { lines.append(RoffText.escaped(command.details)) }
        }
    }

    private mutating func addOptions() {
        lines.append(".SH OPTIONS")
        for group in OptionGroup.allCases {
            lines.append(".SS \(group.rawValue)")
            for option in OptionTable.all where option.group == group {
                add(option)
            }
        }
    }

    private mutating func add(_ option: Option) {
        let spellings = option.visibleSpellings.map { RoffText.bold($0.text) }.joined(separator: ", ")
        let value = option.placeholder.map { " " + RoffText.italic($0) } ?? ""
        lines += [".TP", spellings + value, RoffText.escaped(option.summaryWithDefault + ".")]
        if !option.details.isEmpty { lines.append(RoffText.escaped(option.details)) }
        if option.commands.count < CommandName.allCases.count {
            lines.append("For \(commandList(option.commands)).")
        }
        guard case .choice(let choices) = option.kind else { return }
        lines.append(".RS")
        for choice in choices {
            let commands = choice.commands.map { " (\(commandList($0)))" } ?? ""
            lines += [".TP 10", RoffText.bold(choice.word), RoffText.escaped(choice.summary) + commands]
        }
        lines.append(".RE")
    }

    private func commandList(_ commands: Set<CommandName>) -> String {
        listed(CommandName.allCases.filter(commands.contains).map { RoffText.bold($0.rawValue) }, "and")
    }

    private mutating func addExitStatuses() {
        lines.append(".SH EXIT STATUS")
        for status in ExitStatus.allCases {
            lines += [".TP", ".B \(status.rawValue)", RoffText.escaped(status.meaning() + ".")]
        }
    }

    private mutating func addReferences() {
        lines.append(".SH SEE ALSO")
        let pages = [("pcap-filter", 7), ("tcpdump", 8), ("tshark", 1), ("sngrep", 8)]
        lines.append(pages.map { "\(RoffText.bold($0.0))(\($0.1))" }.joined(separator: ", "))
    }
}
