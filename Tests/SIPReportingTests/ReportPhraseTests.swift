import SIPCatalog
import Testing

@testable import SIPReporting

@Suite("The words of reports are in every language")
struct ReportPhraseTests {
    @Test("The phrases are those that the program uses", arguments: CatalogLanguage.allCases)
    func phrases(language: CatalogLanguage) {
        let catalog = Catalog.embedded(language)
        let used = [
            (["story."], StoryPhrase.allCases.map(\.rawValue)), (["figures."], FigurePhrase.allCases.map(\.rawValue)),
            (["figure."], FigureDefinition.allCases.map(\.rawValue)),
            (["report.", "ladder.", "live."], ReportPhrase.allCases.map(\.rawValue)),
            (["outcome.", "severity.", "confidence."], OutcomePhrase.allCases.map(\.rawValue)),
        ]
        for (prefixes, keys) in used {
            let known = prefixes.reduce(into: Set<String>()) { $0.formUnion(catalog.phraseKeys(withPrefix: $1)) }
            #expect(known == Set(keys))
        }
    }
}
