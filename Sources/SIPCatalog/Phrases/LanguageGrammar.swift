/// What a language needs to put values into its phrases: the section `language` of its data file.
struct LanguageGrammar: Sendable {
    /// Which of the cases `one` and `other` a number takes.
    enum Plural: String, CaseIterable, Sendable {
        /// `one` for 1.
        case oneIsOne = "one-is-1"
        /// `one` for 0 and 1.
        case oneIsBelowTwo = "one-is-below-2"
        /// `other` for all.
        case none

        /// The names of the cases that the language has.
        var cases: [String] { self == .none ? ["other"] : ["one", "other"] }

        /// The case of a number.
        func name(of number: Int) -> String {
            switch self {
            case .oneIsOne: number == 1 ? "one" : "other"
            case .oneIsBelowTwo: (0...1).contains(number) ? "one" : "other"
            case .none: "other"
            }
        }
    }

    /// An article or preposition in front of a consonant and in front of a vowel, with the blank that follows.
    struct Article: Sendable {
        let consonant: String
        let vowel: String

        /// The word with the article in front of it.
        func before(_ word: String) -> String {
            let first = word.lowercased().first ?? "x"
            return ("aeiouyàâéèêëîïôœûù".contains(first) ? vowel : consonant) + word
        }
    }

    /// How the language calls itself.
    var name = ""
    /// How it counts.
    var plural = Plural.none
    /// What stands between the whole and the fraction of a number.
    var decimal = "."
    /// Its articles by the names that its templates use.
    var articles: [String: Article] = [:]

    /// The grammar of no language.
    init() {}

    init(_ section: CatalogSection) throws(CatalogDataError) {
        var reader = SectionReader(section)
        name = try reader.text("name")
        plural = try reader.value("plural")
        decimal = try reader.text("decimal")
        for (key, field) in try reader.texts(withPrefix: "article") {
            let forms = field.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            guard forms.count == 2 else {
                throw reader.error(at: "article." + key, .badValue(field: key, value: field))
            }
            // A blank at a line's end would not be seen, so the data files write it as a tilde.
            articles[key] = Article(
                consonant: forms[0].replacing("~", with: " "), vowel: forms[1].replacing("~", with: " "))
        }
        try reader.finish()
    }
}
