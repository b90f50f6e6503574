import TraceTypes

extension Fingerprint {
    /// Scalars of a method's name that are kept: the longest registered one has nine.
    private static let wordLength = 40

    /// Reads what `text` writes; nil where it is anything else.
    public init?(text: String) {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard words.count == 5, words.allSatisfy({ !$0.isEmpty }), let code = Self.number(words[2]),
            let ordinal = Self.number(words[4]), ordinal > 0
        else { return nil }
        self.init(
            rule: words[0], method: words[1] == "-" ? "" : words[1], code: code, role: words[3], ordinal: ordinal)
    }

    /// A name from the wire as a single word: without blanks, nothing in it steers a terminal, and not too long.
    static func word(_ name: String) -> String {
        let scalars = escaped(name).unicodeScalars.prefix(wordLength).map {
            $0.properties.isWhitespace ? "_" : Character($0)
        }
        return String(scalars)
    }

    /// A number of digits alone, few enough for it to be one.
    private static func number(_ text: String) -> Int? {
        guard text.utf8.count <= 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }
}
