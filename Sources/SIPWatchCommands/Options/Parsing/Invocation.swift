/// What the command line asks for.
struct Invocation: Sendable {
    /// The command, named or implied.
    let command: CommandName
    /// The values of its options.
    let options: OptionValues
    /// What is left: files, codes, names.
    let operands: [String]

    /// The filter that frames have to match: that of the option, or what the operands of `watch` make up; nil when
    /// there is none.
    var captureFilter: String? {
        options.captureFilter ?? (command == .watch && !operands.isEmpty ? operands.joined(separator: " ") : nil)
    }

    /// The command that `help` is asked about; nil for the general help.
    var helpTopic: CommandName? {
        command == .help ? operands.first.flatMap(CommandName.init) : nil
    }
}
