/// All options of the program, in the order in which they are listed.
enum OptionTable {
    static let all: [Option] = capture + saving + report + selection + gate + timers + general

    /// The options that read SIP: they share the report and the timers.
    static let readers: Set<CommandName> = [.analyze, .watch, .check]
    /// The commands that print entries of a list.
    static let lists: Set<CommandName> = [.explain, .compare, .codes, .rules]

    /// The option called `name`, or nil should the table lack it.
    static func option(_ name: OptionName) -> Option? {
        all.first { $0.name == name }
    }

    /// The options that `command` accepts, in table order.
    static func options(of command: CommandName) -> [Option] {
        all.filter { $0.commands.contains(command) }
    }

    /// The option written as `form`, and the spelling that matched.
    static func match(_ form: Spelling.Form) -> (option: Option, spelling: Spelling)? {
        for option in all {
            if let spelling = option.spellings.first(where: { $0.form == form }) { return (option, spelling) }
        }
        return nil
    }
}
