import TraceTypes

/// What is put into a place of a phrase.
public enum PhraseValue: Hashable, Sendable {
    /// Text that stays as it is. What came from the wire must be escaped already.
    case text(String)
    /// A number; where the place has cases, they are those of the language's plural.
    case number(Int)
    /// A length of time.
    case duration(TimeSpan)
    /// The name of one of the place's cases.
    case choice(String)
    /// Several values, told as in "A, B and C".
    case list([PhraseValue])
    /// A phrase of the catalog that stands inside of another.
    case phrase(Phrase)
}

/// Values by the names of their places.
public typealias PhraseValues = [String: PhraseValue]

/// A phrase of the catalog with its values, before a language is chosen.
public struct Phrase: Hashable, Sendable {
    /// Its key in the data files.
    public let key: String
    /// What is put into its places.
    public let values: PhraseValues

    /// A phrase by one of the keys that a module declares.
    public init(_ key: some PhraseKey, _ values: PhraseValues = [:]) {
        self.key = key.rawValue
        self.values = values
    }
}

/// The keys of the phrases that a part of the program uses, of sections `phrases` in the data files.
public protocol PhraseKey: RawRepresentable<String>, CaseIterable, Sendable {}

extension PhraseValue: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral {
    /// Text.
    public init(stringLiteral value: String) {
        self = .text(value)
    }

    /// A number.
    public init(integerLiteral value: Int) {
        self = .number(value)
    }
}
