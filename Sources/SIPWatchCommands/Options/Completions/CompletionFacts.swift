/// What the three completion scripts take from the option table.
enum CompletionFacts {
    /// The commands that can be meant while no command word has been typed.
    static let impliable: [CommandName] = [.analyze, .watch]

    /// Every way to write an option whose value may be the next word.
    static let spellingsBeforeValue = OptionTable.all.filter { !$0.isFlag }.flatMap(\.spellings)
        .filter { $0.impliedValue == nil }.map(\.text)

    /// The ways to write the option that makes a line without command word a `watch`.
    static let deviceSpellings = OptionTable.option(.interface)?.spellings.map(\.text) ?? []

    /// The commands that take files.
    static let fileCommands = CommandTable.all.filter { $0.operands.kind == .file }.map(\.name)

    /// The options that at least one of `commands` accepts.
    static func options(of commands: [CommandName]) -> [Option] {
        OptionTable.all.filter { option in commands.contains(where: option.commands.contains) }
    }

    /// The commands that accept the option, put together where they accept the same words, in table order.
    static func groups(of option: Option) -> [(commands: [CommandName], words: [String])] {
        var groups: [(commands: [CommandName], words: [String])] = []
        for command in CommandName.allCases where option.commands.contains(command) {
            let words = option.choices(for: command).map(\.word)
            if let index = groups.firstIndex(where: { $0.words == words }) {
                groups[index].commands.append(command)
            } else {
                groups.append(([command], words))
            }
        }
        return groups
    }

    /// `text` between single quotes, as bash and zsh read it.
    static func shellQuoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
