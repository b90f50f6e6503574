/// The command line program.
public enum Program {
    /// Carries out a command line, without the program's name; returns the exit status.
    public static func run(_ arguments: [String]) -> Int32 {
        let status: ExitStatus
        do throws(UsageError) {
            status = try carryOut(try ArgumentParser.parse(arguments))
        } catch {
            Console.error(error.text)
            status = .trouble
        }
        Console.flush()
        guard let problem = Console.problem else { return status.rawValue }
        Console.complain("the output could not be written (\(problem)); make room, or name another file with -o")
        return ExitStatus.trouble.rawValue
    }

    private static func carryOut(_ invocation: Invocation) throws(UsageError) -> ExitStatus {
        switch invocation.command {
        case .analyze: try AnalyzeCommand(invocation).run()
        case .watch: try WatchCommand(invocation).run()
        case .check: try CheckCommand(invocation).run()
        case .explain: try ExplainCommand(invocation).run()
        case .compare: try CompareCommand(invocation).run()
        case .codes: CodesCommand(invocation).run()
        case .rules: try RulesCommand(invocation).run()
        case .interfaces: InterfacesCommand(invocation).run()
        case .completions: try printed(completions(invocation))
        case .man: printed(ManualPage.text())
        case .help:
            printed(invocation.helpTopic.flatMap(CommandTable.command).map(HelpPage.page) ?? HelpPage.general())
        case .version: printed("\(CommandTable.programName) \(version)\n")
        }
    }

    /// The program's version.
    static let version = "0.1.0"

    private static func completions(_ invocation: Invocation) throws(UsageError) -> String {
        guard let shell = invocation.operands.first.flatMap(Shell.init) else {
            throw UsageError(
                "name a shell: \(Shell.allCases.map(\.rawValue).joined(separator: ", "))", command: .completions)
        }
        return shell.completionScript
    }

    private static func printed(_ text: String) -> ExitStatus {
        Console.output(text)
        return .done
    }
}
