/// Reads command lines by the option and command tables.
enum ArgumentParser {
    /// The invocation that `arguments`, without the program's name, ask for.
    ///
    /// Without a command word it is `watch` when a device is named and `analyze` otherwise; words behind `--` name no
    /// command. `--help` and `--version` win over what else is wrong with the values and operands of the line.
    static func parse(_ arguments: [String]) throws(UsageError) -> Invocation {
        let scanned = try ArgumentScanner.scan(arguments)
        let named = scanned.words.first.flatMap { $0.isLiteral ? nil : CommandName(rawValue: $0.text) }
        let name = named ?? (scanned.contains(.interface) ? .watch : .analyze)
        if let other = informative(scanned, named: named) { return other }

        let words = scanned.words.map(\.text)
        let operands = named == nil ? words : Array(words.dropFirst())
        let options = try values(of: scanned.occurrences, for: name)
        if let command = CommandTable.command(name) {
            try validate(operands, for: command, isImplied: named == nil)
        }
        if name == .watch, options.captureFilter != nil, let word = operands.first { throw .secondFilter(word) }
        return Invocation(command: name, options: options, operands: operands)
    }

    /// What `--help` or `--version`, whichever comes first, make of the line; nil when neither is there.
    private static func informative(_ scanned: ScannedArguments, named: CommandName?) -> Invocation? {
        for occurrence in scanned.occurrences {
            switch occurrence.option.name {
            case .help:
                return Invocation(
                    command: .help, options: OptionValues(), operands: named.map { [$0.rawValue] } ?? [])
            case .version:
                return Invocation(command: .version, options: OptionValues(), operands: [])
            default: continue
            }
        }
        return nil
    }

    private static func values(
        of occurrences: [ScannedArguments.Occurrence], for command: CommandName
    ) throws(UsageError) -> OptionValues {
        var values = OptionValues()
        for occurrence in occurrences {
            let option = occurrence.option
            guard option.commands.contains(command) else { throw .misplaced(option, command: command) }
            if option.repetition.refuses(command), values.isGiven(option.name) {
                throw .repeated(option, command: command)
            }
            let text = occurrence.value ?? ""
            guard let value = option.value(of: text, for: command) else {
                throw .badValue(text, of: option, command: command)
            }
            values.append(value, for: option.name)
        }
        return values
    }

    private static func validate(
        _ operands: [String], for command: Command, isImplied: Bool
    ) throws(UsageError) {
        guard operands.count >= command.operands.count.lowerBound else {
            throw .tooFewOperands(for: command, isImplied: isImplied)
        }
        if let surplus = operands.dropFirst(command.operands.count.upperBound).first {
            throw .surplusOperand(surplus, for: command)
        }
        guard let words = command.operands.words else { return }
        if let unknown = operands.first(where: { !words.contains($0) }) {
            throw .badOperand(unknown, for: command, words: words)
        }
    }
}
