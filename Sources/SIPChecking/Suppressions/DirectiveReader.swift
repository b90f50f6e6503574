import SIPFindings
import SIPReporting
import TraceTypes

/// Reads what stands behind `sipwatch:` in a packet comment.
enum DirectiveReader {
    /// What a directive may tell.
    private static let keys = ["reason", "until"]
    private static let form = "write sipwatch: ignore RULE reason=\"…\""

    /// Reads `ignore RULE reason="…" until=DAY`.
    static func suppression(_ text: Substring, of frame: FrameNumber) throws(DirectiveError) -> Suppression {
        var words = DirectiveWords(text)
        guard let verb = try words.next() else {
            throw DirectiveError(message: "nothing stands behind 'sipwatch:'; \(form)")
        }
        guard verb.key == nil, verb.text.lowercased() == "ignore" else {
            throw DirectiveError(
                message: "'sipwatch:' knows the word 'ignore' alone, not \(quoted(verb.source)); \(form)")
        }
        guard let rule = try words.next(), rule.key == nil else {
            throw DirectiveError(message: "'ignore' needs a rule or an area; \(form)")
        }
        try check(rule: rule.text)
        var values: [String: String] = [:]
        while let word = try words.next() {
            guard let key = word.key else {
                throw DirectiveError(
                    message:
                        "\(quoted(word.source)) has no place here; put a reason of several words in quotation marks")
            }
            guard keys.contains(key) else {
                let guess = suggestion(for: key, in: keys).map { "did you mean '\($0)'?" }
                throw DirectiveError(
                    message: "unknown word \(quoted(key)); \(guess ?? "there are \(listed(keys, "and"))")")
            }
            guard values.updateValue(word.text, forKey: key) == nil else {
                throw DirectiveError(message: "'\(key)' is there twice")
            }
        }
        var suppression = Suppression(rule: rule.text, reason: try reason(values["reason"]))
        suppression.until = try day(values["until"])
        suppression.frame = frame
        return suppression
    }

    private static func check(rule: String) throws(DirectiveError) {
        let names = Rule.all.map(\.name) + RuleSelection.areas
        guard !names.contains(rule) else { return }
        let guess = suggestion(for: rule, in: names).map { "did you mean '\($0)'?" }
        throw DirectiveError(
            message: "there is no rule or area \(quoted(rule)); \(guess ?? "sipwatch rules lists them")")
    }

    private static func reason(_ text: String?) throws(DirectiveError) -> String {
        guard let text, text.contains(where: { !$0.isWhitespace }) else {
            throw DirectiveError(message: "a suppression needs a reason; add reason=\"…\"")
        }
        return text
    }

    private static func day(_ text: String?) throws(DirectiveError) -> String? {
        guard let text else { return nil }
        guard FilterTimes.isDay(text) else {
            throw DirectiveError(message: "'until' wants a day, as 2027-01-01, not \(quoted(text))")
        }
        return text
    }
}

/// The words of a directive, one after the other.
struct DirectiveWords {
    /// A word, or a key with its value.
    struct Word {
        /// What stands before `=`, in lower case; nil where there is none.
        var key: String?
        /// The word or the value, without quotation marks.
        var text: String
        /// As it is written.
        var source: String
    }

    private var rest: Substring

    init(_ text: Substring) {
        rest = text
    }

    /// The next word; nil at the end.
    mutating func next() throws(DirectiveError) -> Word? {
        rest = rest.drop(while: \.isWhitespace)
        guard !rest.isEmpty else { return nil }
        let start = rest
        let word = rest.prefix { !$0.isWhitespace && $0 != "=" }
        rest = rest.dropFirst(word.count)
        guard rest.first == "=" else { return Word(text: String(word), source: String(word)) }
        rest = rest.dropFirst()
        let value = try value(of: word)
        return Word(
            key: word.lowercased(), text: String(value), source: String(start.prefix(start.count - rest.count)))
    }

    private mutating func value(of key: Substring) throws(DirectiveError) -> Substring {
        guard let mark = rest.first, mark == "\"" || mark == "'" else {
            let value = rest.prefix { !$0.isWhitespace }
            rest = rest.dropFirst(value.count)
            return value
        }
        let value = rest.dropFirst().prefix { $0 != mark }
        guard value.endIndex < rest.endIndex else {
            throw DirectiveError(message: "the quotation mark behind \(quoted(String(key))) is not closed")
        }
        rest = rest[value.endIndex...].dropFirst()
        return value
    }
}
