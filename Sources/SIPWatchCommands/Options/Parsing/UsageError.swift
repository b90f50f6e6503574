/// A command line that cannot be carried out; the program ends with `ExitStatus.trouble`.
struct UsageError: Error, Equatable, Sendable {
    /// What is wrong and, where it can be said, what would be right; one line.
    let message: String
    /// The command whose help shows the right use; nil for the general help.
    let command: CommandName?

    init(_ message: String, command: CommandName? = nil) {
        self.message = message
        self.command = command
    }

    /// What standard error gets: one line, with its end.
    var text: String {
        let program = CommandTable.programName
        let help = command.map { "\(program) help \($0.rawValue)" } ?? "\(program) --help"
        return "\(program): \(message)\(message.hasSuffix("?") ? "" : ";") try '\(help)'\n"
    }
}
