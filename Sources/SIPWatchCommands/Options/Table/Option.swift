/// One option: the only source of what parser, help, man page and completions know about it.
struct Option: Sendable {
    /// The long name, which identifies the option.
    let name: OptionName
    /// The letter behind a single dash.
    let letter: Character?
    /// Further spellings, which work but are not advertised.
    let aliases: [Spelling]
    /// What stands for the value in help texts; nil for a flag.
    let placeholder: String?
    /// What the option accepts.
    let kind: ValueKind
    /// Whether the command itself looks at words that are not among the choices.
    let takesOtherWords: Bool
    /// The value when the option is absent.
    let defaultValue: OptionValue?
    /// What giving it twice means.
    let repetition: Repetition
    /// The heading it is listed under.
    let group: OptionGroup
    /// The commands that accept it.
    let commands: Set<CommandName>
    /// One line of help, without a full stop at its end.
    let summary: String
    /// Further sentences for the man page and the help of a command.
    let details: String

    init(
        _ name: OptionName, letter: Character? = nil, aliases: [Spelling] = [], placeholder: String? = nil,
        kind: ValueKind = .flag, takesOtherWords: Bool = false, defaultValue: OptionValue? = nil,
        repetition: Repetition = .lastCounts,
        group: OptionGroup, commands: Set<CommandName>, summary: String, details: String = ""
    ) {
        self.name = name
        self.letter = letter
        self.aliases = aliases
        self.placeholder = placeholder
        self.kind = kind
        self.takesOtherWords = takesOtherWords
        self.defaultValue = defaultValue
        self.repetition = repetition
        self.group = group
        self.commands = commands
        self.summary = summary
        self.details = details
    }

    /// The long spelling with its dashes.
    var longSpelling: String {
        "--\(name.rawValue)"
    }

    /// The spellings that help, man page and completions show, short one first.
    var visibleSpellings: [Spelling] {
        let short = letter.map { Spelling(form: .short($0), impliedValue: nil, isHidden: false) }
        let long = Spelling(form: .long(name.rawValue), impliedValue: nil, isHidden: false)
        return [short, long].compactMap { $0 }
    }

    /// All ways to write the option.
    var spellings: [Spelling] {
        visibleSpellings + aliases
    }

    /// Whether the option takes no value.
    var isFlag: Bool {
        if case .flag = kind { true } else { false }
    }

    /// The words that `command` accepts as the value; empty when the kind is not a list of words.
    func choices(for command: CommandName) -> [Choice] {
        guard case .choice(let choices) = kind else { return [] }
        return choices.filter { $0.isAccepted(by: command) }
    }
}
