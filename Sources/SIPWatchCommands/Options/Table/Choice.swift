/// One of the words that an option accepts as its value.
struct Choice: Sendable {
    /// The word as it is typed.
    let word: String
    /// What it stands for, as a short phrase.
    let summary: String
    /// The commands that accept the word; nil stands for all that accept the option.
    let commands: Set<CommandName>?

    init(_ word: String, _ summary: String, for commands: Set<CommandName>? = nil) {
        self.word = word
        self.summary = summary
        self.commands = commands
    }

    /// Whether `command` accepts the word.
    func isAccepted(by command: CommandName) -> Bool {
        commands?.contains(command) ?? true
    }
}
