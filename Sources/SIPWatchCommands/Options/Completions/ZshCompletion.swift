/// The completion script for zsh, to be sourced or put as `_sipwatch` into a folder of `fpath`.
enum ZshCompletion {
    /// The whole script.
    static func script() -> String {
        let name = CommandTable.programName
        return """
            #compdef \(name)
            # zsh completion for \(name), printed by '\(name) completions zsh'

            _\(name)() {
                local word command= implied=
                local -i index
                for ((index = 2; index < CURRENT; index++)); do
                    word=${words[index]}
                    case $word in
                        \(pattern(CompletionFacts.deviceSpellings))) implied=watch; ((index++)) ;;
                        \(pattern(CompletionFacts.deviceSpellings.map { "\($0)?*" }))) implied=watch ;;
                        \(pattern(otherSpellingsBeforeValue))) ((index++)) ;;
                        --) command=${implied:-analyze}; break ;;
                        -?*) ;;
                        \(pattern(CommandName.allCases.map(\.rawValue)))) command=$word; break ;;
                        *) command=${implied:-analyze}; break ;;
                    esac
                done

                case ${command:-$implied} in
            \(commandCases())
                    *)
                        _arguments -s -S \\
            \(optionLines(for: CompletionFacts.impliable))
                            '*: :_\(name)_first' ;;
                esac
            }

            _\(name)_first() {
                _alternative \\
                    'commands:command:_\(name)_commands' \\
                    'files:file:_files'
            }

            _\(name)_commands() {
                local -a commands=(
            \(commandDescriptions())
                )
                _describe -t commands command commands
            }

            _\(name)_devices() {
                local -a devices=(any /sys/class/net/*(N:t))
                compadd -a devices
            }

            if [[ $funcstack[1] == _\(name) ]]; then
                _\(name) "$@"
            else
                compdef _\(name) \(name)
            fi

            """
    }

    private static var otherSpellingsBeforeValue: [String] {
        CompletionFacts.spellingsBeforeValue.filter { !CompletionFacts.deviceSpellings.contains($0) }
    }

    private static func pattern(_ words: [String]) -> String {
        words.joined(separator: "|")
    }

    private static func commandCases() -> String {
        CommandTable.all.map { command in
            """
                    \(command.name.rawValue))
                        _arguments -s -S \\
            \(optionLines(for: [command.name]))
                            '*: :\(operandAction(command))' ;;
            """
        }
        .joined(separator: "\n")
    }

    private static func operandAction(_ command: Command) -> String {
        // The command word is itself an operand for _arguments; where it is implied, only files or filters follow.
        switch command.operands.kind {
        case .file: "_files"
        case .command: "_\(CommandTable.programName)_commands"
        case .shell: "(\(Shell.allCases.map(\.rawValue).joined(separator: " ")))"
        case .nothing, .filterWord, .code, .rule: " "
        }
    }

    private static func optionLines(for commands: [CommandName]) -> String {
        CompletionFacts.options(of: commands).map { option in
            let help = "[\(escaped(option.summary))]"
            let value = valueAction(option, for: commands)
            let long = option.longSpelling + (option.isFlag ? "" : "=")
            let guarded = CompletionFacts.shellQuoted(help + value)
            guard let letter = option.letter else {
                return "                \(option.repeats)\(long)\(guarded) \\"
            }
            let short = "-\(letter)" + (option.isFlag ? "" : "+")
            return "                '(-\(letter) \(option.longSpelling))'{\(short),\(long)}\(guarded) \\"
        }
        .joined(separator: "\n")
    }

    private static func valueAction(_ option: Option, for commands: [CommandName]) -> String {
        guard let placeholder = option.placeholder else { return "" }
        let action =
            switch option.kind {
            case .choice: "(\(option.choices(for: commands).map(\.word).joined(separator: " ")))"
            case .device: "_\(CommandTable.programName)_devices"
            case .path: "_files"
            case .flag, .text, .integer, .size, .duration: " "
            }
        return ":\(escaped(placeholder)):\(action)"
    }

    private static func commandDescriptions() -> String {
        CommandTable.all.map { command in
            "        " + CompletionFacts.shellQuoted("\(command.name.rawValue):\(escaped(command.summary))")
        }
        .joined(separator: "\n")
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            if "[]:\\".contains(character) { result += "\\" }
            result.append(character)
        }
    }
}

extension Option {
    /// What `_arguments` wants before an option that may be given again.
    fileprivate var repeats: String {
        if case .collects = repetition { "'*'" } else { "" }
    }
}
