import TraceTypes

/// The completion script for fish.
enum FishCompletion {
    /// The whole script.
    static func script() -> String {
        let name = CommandTable.programName
        return """
            # fish completion for \(name), printed by '\(name) completions fish'

            function __\(name)_command
                set -l words (commandline -opc)
                set -l implied none
                set -l skip 1
                for word in $words
                    if test $skip = 1
                        set skip 0
                        continue
                    end
                    switch $word
                        case \(patterns(CompletionFacts.deviceSpellings.flatMap { [$0, "\($0)?*"] }))
                            set implied watch
                    end
                    switch $word
                        case \(patterns(CompletionFacts.spellingsBeforeValue))
                            set skip 1
                        case --
                            test $implied = none; and set implied analyze
                            break
                        case '-?*'
                            continue
                        case \(patterns(CommandName.allCases.map(\.rawValue)))
                            echo $word
                            return
                        case '*'
                            test $implied = none; and set implied analyze
                            break
                    end
                end
                echo $implied
            end

            function __\(name)_in
                contains -- (__\(name)_command) $argv
            end

            complete -c \(name) -f
            complete -c \(name) -n '__\(name)_in none \(list(CompletionFacts.fileCommands))' -F
            \(commandLines())
            \(operandLines())
            \(optionLines())

            """
    }

    private static func patterns(_ words: [String]) -> String {
        words.map { $0.contains(where: "?*".contains) ? "'\($0)'" : $0 }.joined(separator: " ")
    }

    private static func list(_ commands: [CommandName]) -> String {
        commands.map(\.rawValue).joined(separator: " ")
    }

    private static func line(in commands: String, _ rest: String) -> String {
        "complete -c \(CommandTable.programName) -n '__\(CommandTable.programName)_in \(commands)' \(rest)"
    }

    private static func commandLines() -> String {
        CommandTable.all.map { command in
            line(in: "none help", "-a \(command.name.rawValue) -d \(quoted(command.summary))")
        }
        .joined(separator: "\n")
    }

    private static func operandLines() -> String {
        CommandTable.all.compactMap { command in
            guard command.operands.kind == .shell, let words = command.operands.words else { return nil }
            return line(in: command.name.rawValue, "-a '\(words.joined(separator: " "))'")
        }
        .joined(separator: "\n")
    }

    private static func optionLines() -> String {
        OptionTable.all.flatMap { option in
            CompletionFacts.groups(of: option).map { group in
                // Before a command word is typed it may still become any of those that can be implied.
                let isImpliable = group.commands.contains(where: CompletionFacts.impliable.contains)
                let letter = option.letter.map { "-s \($0) " } ?? ""
                let name = "\(letter)-l \(option.name.rawValue)"
                return line(
                    in: (isImpliable ? "none " : "") + list(group.commands),
                    "\(name)\(value(option, words: group.words)) -d \(quoted(option.summary))")
            }
        }
        .joined(separator: "\n")
    }

    private static func value(_ option: Option, words: [String]) -> String {
        switch option.kind {
        case .flag: ""
        case .choice: " -x -a '\(words.joined(separator: " "))'"
        case .device: " -x -a 'any (command ls /sys/class/net 2> /dev/null)'"
        case .path: " -r -F"
        case .text, .integer, .size, .duration: " -x"
        }
    }

    /// `text` between single quotes, as fish reads it.
    private static func quoted(_ text: String) -> String {
        "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    }
}
