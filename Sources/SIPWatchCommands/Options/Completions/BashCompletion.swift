/// The completion script for bash; it needs bash alone, not the bash-completion package.
enum BashCompletion {
    /// The whole script.
    static func script() -> String {
        let name = CommandTable.programName
        return """
            # bash completion for \(name), printed by '\(name) completions bash'

            _\(name)() {
                local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
                local prefix= command= implied= word index
                COMPREPLY=()

                # bash splits '--name=value' at the '=' unless told otherwise.
                if [[ $current == "=" ]]; then
                    current=
                elif [[ $previous == "=" ]]; then
                    previous=${COMP_WORDS[COMP_CWORD - 2]}
                elif [[ $current == --*=* ]]; then
                    previous=${current%%=*}
                    prefix=$previous=
                    current=${current#*=}
                fi

                for ((index = 1; index < COMP_CWORD; index++)); do
                    word=${COMP_WORDS[index]}
                    case $word in
                        \(pattern(CompletionFacts.deviceSpellings.flatMap { ["\($0)", "\($0)?*"] }))) implied=watch ;;&
                        \(pattern(CompletionFacts.spellingsBeforeValue)))
                            [[ ${COMP_WORDS[index + 1]} == "=" ]] && ((index++))
                            ((index++)) ;;
                        --) command=${command:-${implied:-analyze}}; break ;;
                        -?*) ;;
                        \(pattern(CommandName.allCases.map(\.rawValue)))) command=$word; break ;;
                        *) command=${implied:-analyze}; break ;;
                    esac
                done
                command=${command:-$implied}

                case $previous in
            \(valueCases())
                esac

                if [[ $current == -* && $current != - ]]; then
                    case $command in
            \(optionCases())
                    esac
                    return
                fi

                case $command in
            \(operandCases())
                esac
            }

            _\(name)_words() {
                mapfile -t COMPREPLY < <(compgen -P "$prefix" -W "$1" -- "$current")
            }

            _\(name)_files() {
                compopt -o filenames 2> /dev/null
                mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$current")
            }

            complete -F _\(name) \(name)

            """
    }

    private static func pattern(_ words: [String]) -> String {
        words.joined(separator: "|")
    }

    private static func words(_ words: [String]) -> String {
        "_\(CommandTable.programName)_words \"\(words.joined(separator: " "))\""
    }

    private static var files: String {
        "_\(CommandTable.programName)_files"
    }

    /// What follows an option that takes a value.
    private static func valueCases() -> String {
        var lines: [String] = []
        for option in OptionTable.all where !option.isFlag {
            let spellings = option.spellings.filter { $0.impliedValue == nil }.map(\.text)
            lines.append("\(pattern(spellings)))")
            switch option.kind {
            case .choice: lines += choiceLines(option)
            case .device: lines.append("    \(words(["any", "$(ls /sys/class/net 2> /dev/null)"]))")
            case .path: lines.append("    \(files)")
            case .flag, .text, .integer, .size, .duration: break
            }
            lines.append("    return ;;")
        }
        return lines.map { "        \($0)" }.joined(separator: "\n")
    }

    private static func choiceLines(_ option: Option) -> [String] {
        let groups = CompletionFacts.groups(of: option)
        guard groups.count > 1 else { return groups.map { "    \(words($0.words))" } }
        var lines = ["    case $command in"]
        for group in groups {
            lines.append("        \(pattern(group.commands.map(\.rawValue)))) \(words(group.words)) ;;")
        }
        let impliable = option.choices(for: CompletionFacts.impliable).map(\.word)
        return lines + ["        *) \(words(impliable)) ;;", "    esac"]
    }

    private static func optionCases() -> String {
        var lines = CommandName.allCases.map { command in
            "\(command.rawValue)) \(words(spellings(for: [command]))) ;;"
        }
        lines.append("*) \(words(spellings(for: CompletionFacts.impliable))) ;;")
        return lines.map { "            \($0)" }.joined(separator: "\n")
    }

    private static func spellings(for commands: [CommandName]) -> [String] {
        CompletionFacts.options(of: commands).flatMap(\.visibleSpellings).map(\.text)
    }

    private static func operandCases() -> String {
        var lines = ["'') \(words(CommandName.allCases.map(\.rawValue))); \(files) ;;"]
        lines.append("\(pattern(CompletionFacts.fileCommands.map(\.rawValue)))) \(files) ;;")
        for command in CommandTable.all {
            if let accepted = command.operands.words {
                lines.append("\(command.name.rawValue)) \(words(accepted)) ;;")
            }
        }
        return lines.map { "        \($0)" }.joined(separator: "\n")
    }
}
