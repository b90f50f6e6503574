import TraceTypes

extension UsageError {
    /// An option that no command has; `name` is what is compared with the names of the table.
    static func unknownOption(_ spelled: String, name: String, within cluster: String? = nil) -> UsageError {
        var message = "unknown option \(quoted(spelled))"
        if let cluster { message += " in \(quoted(cluster))" }
        if let near = nearOption(name) { message += "; did you mean \(quoted(near))?" }
        return UsageError(message)
    }

    /// A value for an option that takes none.
    static func unwantedValue(_ spelled: String, _ value: String) -> UsageError {
        UsageError("\(spelled) takes no value, but was given \(quoted(value))")
    }

    /// An option at the end of the line, or before another one, that lacks its value.
    static func lackingValue(of option: Option, follower: String?) -> UsageError {
        let wanted = "\(option.longSpelling) wants \(option.placeholder ?? "a value")"
        guard let follower else { return UsageError("\(wanted), but nothing follows it") }
        return UsageError("\(wanted), but the option \(quoted(follower)) follows it")
    }

    /// An option given again although one of the values would be lost.
    static func repeated(_ option: Option, command: CommandName) -> UsageError {
        UsageError("\(option.longSpelling) may be given only once", command: command)
    }

    /// An option that other commands take.
    static func misplaced(_ option: Option, command: CommandName) -> UsageError {
        let takers = CommandTable.all.map(\.name).filter(option.commands.contains).map { quoted($0.rawValue) }
        let verb = takers.count == 1 ? "does" : "do"
        return UsageError(
            "\(quoted(command.rawValue)) does not take \(option.longSpelling); \(listed(takers, "and")) \(verb)",
            command: command)
    }

    /// A value that the option does not accept.
    static func badValue(_ value: String, of option: Option, command: CommandName) -> UsageError {
        UsageError(
            "\(option.longSpelling) wants \(option.expectation(for: command)), not \(quoted(value))", command: command)
    }

    private static func nearOption(_ name: String) -> String? {
        let names = OptionTable.all.flatMap(\.spellings).compactMap { spelling in
            if case .long(let name) = spelling.form { name } else { nil }
        }
        guard let near = suggestion(for: name, in: names), let match = OptionTable.match(.long(near)) else {
            return nil
        }
        // An alias that only renames the option is answered with the name that the help shows.
        return match.spelling.impliedValue == nil ? match.option.longSpelling : match.spelling.text
    }
}
