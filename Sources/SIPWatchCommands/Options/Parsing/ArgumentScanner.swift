/// Tells options from words by the GNU conventions: `--name=value`, `--name value`, `-nvalue`, `-n value`,
/// clustered letters, options after words, and `--` before words that begin with a dash.
struct ArgumentScanner {
    private var remaining: ArraySlice<String>
    private var result = ScannedArguments()

    private init(_ arguments: [String]) {
        remaining = arguments[...]
    }

    /// Scans arguments without the program's name; throws for unknown options and lacking values.
    static func scan(_ arguments: [String]) throws(UsageError) -> ScannedArguments {
        var scanner = ArgumentScanner(arguments)
        while let argument = scanner.remaining.popFirst() {
            if argument == "--" {
                scanner.takeRestLiterally()
            } else if argument.hasPrefix("--") {
                try scanner.takeLong(argument)
            } else if argument.hasPrefix("-"), argument != "-" {
                try scanner.takeShort(argument)
            } else {
                scanner.result.words.append(.init(text: argument, isLiteral: false))
            }
        }
        return scanner.result
    }

    private mutating func takeRestLiterally() {
        result.words += remaining.map { .init(text: $0, isLiteral: true) }
        remaining = []
    }

    private mutating func takeLong(_ argument: String) throws(UsageError) {
        let parts = argument.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts.first.map(String.init) ?? ""
        let attached = parts.count > 1 ? String(parts[1]) : nil
        guard let (option, spelling) = OptionTable.match(.long(name)) else {
            throw .unknownOption("--\(name)", name: name)
        }
        if option.isFlag || spelling.impliedValue != nil {
            guard attached == nil else { throw .unwantedValue(spelling.text, attached ?? "") }
            result.occurrences.append(.init(option: option, value: spelling.impliedValue))
        } else if let attached {
            result.occurrences.append(.init(option: option, value: attached))
        } else {
            try takeFollowingValue(of: option)
        }
    }

    private mutating func takeShort(_ argument: String) throws(UsageError) {
        let letters = argument.dropFirst()
        // A long name behind a single dash would else be read as a letter and its value.
        if letters.count > 1, OptionTable.match(.long(String(letters))) != nil {
            throw .unknownOption(argument, name: String(letters))
        }
        var rest = letters
        while let letter = rest.popFirst() {
            guard let (option, spelling) = OptionTable.match(.short(letter)) else {
                throw .unknownOption(
                    "-\(letter)", name: letters.count > 1 ? String(letters) : "",
                    within: letters.count > 1 ? argument : nil)
            }
            if option.isFlag {
                result.occurrences.append(.init(option: option, value: spelling.impliedValue))
            } else if rest.isEmpty {
                try takeFollowingValue(of: option)
            } else {
                result.occurrences.append(.init(option: option, value: String(rest)))
                return
            }
        }
    }

    private mutating func takeFollowingValue(of option: Option) throws(UsageError) {
        guard let value = remaining.popFirst() else { throw .lackingValue(of: option, follower: nil) }
        guard !isOption(value) else { throw .lackingValue(of: option, follower: value) }
        result.occurrences.append(.init(option: option, value: value))
    }

    /// Whether `argument` is written exactly like an option of the table, and so hardly the value of another.
    private func isOption(_ argument: String) -> Bool {
        if argument == "--" { return true }
        if argument.hasPrefix("--") {
            return OptionTable.match(.long(String(argument.dropFirst(2).prefix { $0 != "=" }))) != nil
        }
        guard argument.count == 2, argument.hasPrefix("-"), let letter = argument.last else { return false }
        return OptionTable.match(.short(letter)) != nil
    }
}
