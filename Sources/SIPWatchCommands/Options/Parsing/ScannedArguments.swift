/// Arguments told apart into options and words, before it is known which command they are for.
struct ScannedArguments: Sendable {
    /// An option as it was given.
    struct Occurrence: Sendable {
        let option: Option
        /// The text of its value; nil for a flag that is switched on.
        let value: String?
    }

    /// An argument that is no option.
    struct Word: Sendable {
        let text: String
        /// Whether it follows `--`, so that it cannot name a command.
        let isLiteral: Bool
    }

    var occurrences: [Occurrence] = []
    var words: [Word] = []

    /// Whether the option was given at all.
    func contains(_ name: OptionName) -> Bool {
        occurrences.contains { $0.option.name == name }
    }
}
