/// The words that name a command on the command line.
enum CommandName: String, CaseIterable, Sendable {
    case analyze, watch, check, explain, compare, codes, rules, interfaces, completions, man, help, version
}
