import Foundation
import Testing

@testable import SIPCatalog

@Suite("Every language has what English has")
struct LanguageFileTests {
    private static let english = sections(of: .english)

    private static func sections(of language: CatalogLanguage) -> [CatalogSection] {
        (try? CatalogDocument(EmbeddedText.bytes(of: language)).sections) ?? []
    }

    /// The pairs of fields that must agree, with their names.
    private static func pairs(
        _ language: CatalogLanguage
    ) -> [(name: String, english: CatalogSection.Field, other: CatalogSection.Field)] {
        let others = Dictionary(sections(of: language).map { ($0.title, $0) }) { first, _ in first }
        return english.flatMap { section in
            section.fields.compactMap { key, field in
                others[section.title]?.fields[key].map { ("\(section.title).\(key)", field, $0) }
            }
        }
    }

    @Test("The same sections in the same order, with the same keys and as many items", arguments: Catalogs.translations)
    func shape(language: CatalogLanguage) {
        let others = Self.sections(of: language)
        #expect(
            others.map { $0.kind == "language" ? $0.kind : $0.title }
                == Self.english.map { $0.kind == "language" ? $0.kind : $0.title })
        for (section, other) in zip(Self.english, others) where section.kind != "language" {
            let keys = Set(section.fields.keys)
            #expect(Set(other.fields.keys) == keys, "\(section.title)")
        }
        for pair in Self.pairs(language) {
            #expect(pair.other.isList == pair.english.isList, "\(pair.name)")
            #expect(pair.other.items.count == pair.english.items.count, "\(pair.name)")
        }
    }

    @Test("No sentence is left in English", arguments: Catalogs.translations)
    func untranslated(language: CatalogLanguage) {
        for pair in Self.pairs(language) {
            for (english, other) in zip(pair.english.items, pair.other.items) where english == other {
                let prose = english.replacing(/\{[^}]*\}/, with: "")
                let words = prose.split { !$0.isLetter }.filter { $0.count > 2 && $0.allSatisfy(\.isLowercase) }
                #expect(words.count < 3, "\(pair.name): \(other)")
            }
        }
    }

    @Test("The text is composed Unicode, without a stray blank", arguments: Catalogs.translations)
    func characters(language: CatalogLanguage) {
        for pair in Self.pairs(language) {
            for item in pair.other.items {
                #expect(
                    Array(item.precomposedStringWithCanonicalMapping.unicodeScalars) == Array(item.unicodeScalars),
                    "\(pair.name): \(item)")
                #expect(!item.contains("  "), "\(pair.name): \(item)")
            }
        }
    }

    @Test("A template keeps its places, its cases and what is optional", arguments: Catalogs.translations)
    func templates(language: CatalogLanguage) throws {
        let plural = Catalog.embedded(language).grammar.plural.cases
        let articles = Catalog.embedded(language).grammar.articles
        for pair in Self.pairs(language) where Self.isTemplate(pair.name) {
            for (english, other) in zip(pair.english.items, pair.other.items) {
                let wanted = TemplateShape(try PhraseTemplate(english))
                let shape = TemplateShape(try PhraseTemplate(other))
                #expect(shape.places == wanted.places, "\(pair.name): \(other)")
                #expect(shape.optional == wanted.optional, "\(pair.name): \(other)")
                #expect(shape.articles.isSubset(of: articles.keys), "\(pair.name): \(other)")
                for (place, cases) in wanted.cases {
                    let isPlural = cases == ["one", "other"]
                    let given = shape.cases[place] ?? []
                    // A language may tell a number or keyword as it is, where the texts around it do not depend on it.
                    if given.isEmpty { continue }
                    #expect(given == (isPlural ? Set(plural) : cases), "\(pair.name): \(place) in \(other)")
                }
                #expect(Set(shape.cases.keys).isSubset(of: wanted.cases.keys), "\(pair.name): \(other)")
            }
        }
    }

    @Test("Frames keep their places", arguments: Catalogs.translations)
    func frames(language: CatalogLanguage) {
        for pair in Self.pairs(language) where pair.name.hasPrefix("words.") {
            for (english, other) in zip(pair.english.items, pair.other.items) {
                #expect(Self.places(other) == Self.places(english), "\(pair.name): \(other)")
            }
        }
    }

    private static func isTemplate(_ name: String) -> Bool {
        name.hasPrefix("phrases ") || name.hasPrefix("topic ") && name.contains(".message")
            || name.hasPrefix("situation ") && !name.hasSuffix(".short")
    }

    private static func places(_ frame: String) -> [String] {
        frame.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map {
            String($0.prefix { $0 != "}" })
        }.sorted()
    }

    @Test("Each language says its own name, however long its file's beginning is")
    func names() {
        #expect(CatalogLanguage.allCases.map(\.name) == ["English", "Français", "Tiếng Việt"])
    }
}

/// What a template must have in common with its English original.
private struct TemplateShape {
    /// The names of all places.
    let places: Set<String>
    /// The places that an optional part depends on, for each such part.
    var optional: Set<Set<String>> = []
    /// The cases of each place that has any.
    var cases: [String: Set<String>] = [:]
    /// The articles that it uses.
    var articles: Set<String> = []

    init(_ template: PhraseTemplate) {
        places = template.places
        add(template.parts)
    }

    private mutating func add(_ parts: [PhraseTemplate.Part]) {
        for part in parts {
            switch part {
            case .literal, .count: break
            case .place(_, let article): if let article { articles.insert(article) }
            case .cases(let name, let list):
                cases[name, default: []].formUnion(list.map(\.name))
                for one in list { add(one.parts) }
            case .optional(let inner):
                optional.insert(Self.direct(inner))
                add(inner)
            }
        }
    }

    private static func direct(_ parts: [PhraseTemplate.Part]) -> Set<String> {
        Set(
            parts.compactMap { part in
                switch part {
                case .place(let name, _), .cases(let name, _): name
                case .literal, .count, .optional: nil
                }
            })
    }
}
