/// Everything the catalog says about one response code.
///
/// Texts come in fixed grammatical forms, so that they can be put into sentences: a *clause* has a subject and begins
/// in lower case without a full stop; a *predicate* is a clause without its subject, for one code; a *sentence* is whole.
public struct CatalogEntry: Hashable, Sendable {
    /// The status code.
    public let code: Int
    /// How the code is called: its number, or `603+` for a profile.
    public let label: String
    /// The reason phrase of the registry.
    public internal(set) var phrase: String
    /// Where the code stands in the registry.
    public internal(set) var status: CodeStatus
    /// The methods whose requests it answers; empty for any.
    public internal(set) var methods: [String]
    /// A few words to print beside the response, 60 characters at most.
    public internal(set) var short: String
    /// What it says: a clause that follows "that".
    public internal(set) var says: String
    /// What it means, in sentences.
    public internal(set) var meaning: String
    /// When one meets it: a clause that follows "when".
    public internal(set) var occasion: String
    /// When it is the right code to send: a clause that follows "when".
    public internal(set) var choice: String
    /// Likely causes in sentences, the likeliest first.
    public internal(set) var causes: [String]
    /// What to look at, in sentences.
    public internal(set) var checks: [String]
    /// What to do, in sentences, the first thing first.
    public var fix: [String]
    /// Who can act: a clause.
    public internal(set) var actor: String
    /// Who decided: a clause.
    public internal(set) var decider: String
    /// How far it holds: a predicate.
    public internal(set) var scope: String
    /// What may be tried again and when: a clause.
    public internal(set) var retry: String
    /// What it brings to an end.
    public internal(set) var ends: ResponseEffect
    /// What the caller hears: a clause.
    public internal(set) var hears: String
    /// What accompanies it on the wire: a predicate.
    public internal(set) var carries: String
    /// Where it is written.
    public internal(set) var references: [CatalogReference]

    /// The class; nil outside 100 to 699.
    public var responseClass: ResponseClass? { ResponseClass(code: code) }

    /// Whether the catalog lacks the code and gives the text of its class.
    public var isFallback: Bool { status == .unknown }

    /// The code that it must be treated as where the catalog lacks it (RFC 3261 section 8.1.3.2).
    public var treatedAs: Int? { isFallback ? responseClass?.substitute : nil }

    /// Label and phrase, such as `486 Busy Here`.
    public var name: String { "\(label) \(phrase)" }

    /// The same entry with the texts that a situation sharpens.
    func adapted(to situation: Situation, explanation: String, fix: [String]) -> CatalogEntry {
        var entry = self
        entry.short = situation.short
        entry.meaning = explanation
        entry.fix = fix
        entry.references = situation.references
        return entry
    }

    /// Whether it may answer a request of the method.
    func answers(_ method: String) -> Bool { methods.isEmpty || methods.contains(method) }
}
