/// One command: the only source of what parser, help, man page and completions know about it.
struct Command: Sendable {
    /// The word that names it.
    let name: CommandName
    /// What it does, as one line without a full stop at its end.
    let summary: String
    /// Further sentences for the man page and its own help.
    let details: String
    /// The ways to call it, each without the name of the program.
    let synopsis: [String]
    /// What it takes besides options.
    let operands: Operands
    /// Uses, the most common first.
    let examples: [Example]
    /// How it can end.
    let exitStatuses: [ExitStatus]

    init(
        _ name: CommandName, summary: String, details: String, synopsis: [String], operands: Operands,
        examples: [Example], exitStatuses: [ExitStatus] = [.done, .trouble]
    ) {
        self.name = name
        self.summary = summary
        self.details = details
        self.synopsis = synopsis
        self.operands = operands
        self.examples = examples
        self.exitStatuses = exitStatuses
    }
}
