import TraceTypes

extension Option {
    /// The option as help lists it, as in `-f, --format FORMAT`; options without a letter leave room for one.
    var term: String {
        let long = longSpelling + (placeholder.map { " \($0)" } ?? "")
        return letter.map { "-\($0), \(long)" } ?? "    \(long)"
    }

    /// The summary, the words that one of `commands` accepts, and the default, as the general help lists them.
    func summaryWithWords(for commands: [CommandName]) -> String {
        let words = choices(for: commands).map(\.word)
        return withDefault(words.isEmpty ? summary : "\(summary): \(listed(words, "or"))")
    }

    /// The summary and the default, for pages that explain the words apart.
    var summaryWithDefault: String {
        withDefault(summary)
    }

    /// The words that at least one of `commands` accepts as the value, in table order.
    func choices(for commands: [CommandName]) -> [Choice] {
        guard case .choice(let choices) = kind else { return [] }
        return choices.filter { commands.contains(where: $0.isAccepted) }
    }

    private func withDefault(_ text: String) -> String {
        defaultText.map { "\(text) (default: \($0))" } ?? text
    }

    /// The default as it would be typed; nil for flags and for options without one.
    private var defaultText: String? {
        switch defaultValue {
        case .text(let text), .choice(let text): text
        case .integer(let number): String(number)
        case .all: "all"
        case .flag, .duration, nil: nil
        }
    }
}
