/// The meaning of every response code and of every rule's topic, in one language.
///
/// A value of parsed texts: looking up copies no text.
public struct Catalog: Sendable {
    /// The English catalog, parsed when it is first used.
    public static let english = Catalog.embedded(.english)

    /// The entries of all known codes, in ascending order, without profiles and fallbacks.
    public private(set) var codes: [CatalogEntry] = []
    /// The topics, ordered by rule name.
    public private(set) var topics: [CatalogTopic] = []

    var entries: [Int: CatalogEntry] = [:]
    var profiles: [String: CatalogEntry] = [:]
    var classTexts: [ResponseClass: CatalogEntry] = [:]
    var outsideText: CatalogEntry?
    var situations: [Int: [String: Situation]] = [:]
    var pairNotes: [CodePair: String] = [:]
    /// The phrases of all parts of the program, by key.
    private(set) var phrases: [String: PhraseTemplate] = [:]
    var grammar = LanguageGrammar()
    /// The BCP 47 tag of its language, such as `fr`.
    public private(set) var languageTag = CatalogLanguage.english.tag
    var words = WordingTable()
    var reference = ReferenceTable()
    /// The families of codes, in the order of the data.
    public private(set) var families: [CodeFamily] = []
    var shorts = ShortTexts()
    private var topicsByRule: [String: CatalogTopic] = [:]

    /// A catalog without any text, which still answers every lookup.
    init() {}

    /// Reads the data file of a language, and the file of facts that it goes with. Throws at the first mistake, with its
    /// line.
    init(parsing bytes: [UInt8], facts factBytes: [UInt8]) throws(CatalogDataError) {
        var facts = try CatalogFacts(factBytes)
        var seen: Set<String> = []
        for section in try CatalogDocument(bytes).sections {
            guard seen.insert(section.title).inserted else {
                throw CatalogDataError(line: section.line, .duplicateSection(section.title))
            }
            try add(try facts.take(section.title).map(section.adding) ?? section)
        }
        for kind in ["words", "language"] where !seen.contains(where: { $0.hasPrefix(kind) }) {
            throw CatalogDataError(line: 1, .missingSection(kind))
        }
        for responseClass in ResponseClass.allCases where classTexts[responseClass] == nil {
            throw CatalogDataError(line: 1, .missingSection("class \(responseClass.pattern)"))
        }
        try facts.finish()
        codes = entries.values.sorted { $0.code < $1.code }
        topics = topicsByRule.values.sorted { $0.rule < $1.rule }
        shorts = ShortTexts(self)
    }

    /// The catalog of a language from the program's own data. The data are checked when the program is tested;
    /// were they broken all the same, the catalog is empty rather than the program dead.
    public static func embedded(_ language: CatalogLanguage) -> Catalog {
        (try? Catalog(parsing: EmbeddedText.bytes(of: language), facts: EmbeddedText.facts)) ?? Catalog()
    }

    /// The topic of a rule, such as `invite/missing-ack`; nil where there is none.
    public func topic(_ rule: String) -> CatalogTopic? { topicsByRule[rule] }

    private mutating func add(_ section: CatalogSection) throws(CatalogDataError) {
        switch section.kind {
        case "language":
            languageTag = section.name
            grammar = try LanguageGrammar(section)
        case "words": words = try WordingTable(section)
        case "phrases":
            var reader = SectionReader(section)
            for key in reader.keysLeft { phrases[key] = try reader.template(key) }
        case "code":
            let code = try Self.code(section.name, of: section)
            entries[code] = try CatalogEntry(section, code: code, label: section.name)
        case "profile":
            let code = try Self.code(section.name.prefix(3), of: section)
            profiles[section.name] = try CatalogEntry(section, code: code, label: section.name)
        case "class":
            try addClass(section)
        case "situation":
            let situation = try Situation(section)
            situations[situation.code, default: [:]][situation.name] = situation
        case "topic":
            let topic = try CatalogTopic(section)
            topicsByRule[topic.rule] = topic
        case "pair":
            let note = try PairNote(section)
            pairNotes[note.pair] = note.note
        case "family": families.append(try CodeFamily(section))
        case "hint": reference.add(try PlatformHint(section))
        default:
            guard let kind = ReferenceKind(rawValue: section.kind) else {
                throw CatalogDataError(line: section.line, .unknownSection(section.title))
            }
            reference.add(try ReferenceEntry(section, kind))
        }
    }

    private mutating func addClass(_ section: CatalogSection) throws(CatalogDataError) {
        if section.name == "outside" {
            outsideText = try CatalogEntry(section, code: 0, label: section.name)
            return
        }
        guard let responseClass = ResponseClass.allCases.first(where: { $0.pattern == section.name }) else {
            throw CatalogDataError(line: section.line, .unknownSection(section.title))
        }
        classTexts[responseClass] = try CatalogEntry(section, code: responseClass.substitute, label: section.name)
    }

    private static func code(_ text: some StringProtocol, of section: CatalogSection) throws(CatalogDataError) -> Int {
        guard let code = Int(text), ResponseClass(code: code) != nil else {
            throw CatalogDataError(line: section.line, .badValue(field: section.kind, value: section.name))
        }
        return code
    }
}
