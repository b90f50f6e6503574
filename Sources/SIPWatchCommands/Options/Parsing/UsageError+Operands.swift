import TraceTypes

extension UsageError {
    /// Fewer operands than the command needs; `isImplied` when no command word was given.
    static func tooFewOperands(for command: Command, isImplied: Bool) -> UsageError {
        guard !isImplied else {
            return UsageError("nothing to read; name a capture file, or a device with '-i'")
        }
        return UsageError(
            "\(quoted(command.name.rawValue)) needs \(command.operands.description)", command: command.name)
    }

    /// An operand beyond those that the command takes.
    static func surplusOperand(_ operand: String, for command: Command) -> UsageError {
        let limit = command.operands.count.upperBound == 0 ? "" : " and no more"
        return UsageError(
            "\(quoted(command.name.rawValue)) takes \(command.operands.description)\(limit); "
                + "\(quoted(operand)) is one too many",
            command: command.name)
    }

    /// A word of a filter beside the option that gives one.
    static func secondFilter(_ word: String) -> UsageError {
        UsageError(
            "there is a filter in --capture-filter, and another that begins with \(quoted(word))", command: .watch)
    }

    /// An operand that is not in the list of words that the command accepts.
    static func badOperand(_ operand: String, for command: Command, words: [String]) -> UsageError {
        let hint = suggestion(for: operand, in: words).map { "did you mean \(quoted($0))?" }
        return UsageError(
            "\(quoted(command.name.rawValue)) wants \(command.operands.description), not \(quoted(operand)); "
                + (hint ?? "there are \(listed(words, "and"))"),
            command: command.name == .help ? nil : command.name)
    }
}
