/// A command line that cannot be carried out; the program ends with `ExitStatus.trouble`.
struct UsageError: Error, Equatable, Sendable {
    /// What is wrong and, where it can be said, what would be right; one line.
    let message: String
    /// The command whose help shows the right use; nil for the general help.
    let command: CommandName?
    /// Lines that show where in a value it is.
    let excerpt: [String]

    init(_ message: String, command: CommandName? = nil, excerpt: [String] = []) {
        self.message = message
        self.command = command
        self.excerpt = excerpt
    }

    /// What standard error gets: one line, and the excerpt below it, with their ends.
    var text: String {
        let program = CommandTable.programName
        let help = command.map { "\(program) help \($0.rawValue)" } ?? "\(program) --help"
        return "\(program): \(message)\(message.hasSuffix("?") ? "" : ";") try '\(help)'\n"
            + excerpt.map { "    \($0)\n" }.joined()
    }
}
