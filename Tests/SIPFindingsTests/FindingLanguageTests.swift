import SIPCatalog
import SIPFindings
import Testing
import _TestSupport

@testable import SIPFindings

@Suite("What findings say, in every language")
struct FindingLanguageTests {
    private static let catalogs = CatalogLanguage.allCases.map { Catalog.embedded($0) }

    @Test("No place is left open, no word is doubled, and no message stays English", arguments: Flow.names)
    func messages(name: String) throws {
        for flow in try Flow(named: name).cases {
            let told = Self.catalogs.map { flow.findings($0) }
            for (english, others) in zip(told[0], zip(told[1], told[2])) {
                for (finding, catalog) in zip([english, others.0, others.1], Self.catalogs) {
                    #expect(finding.rule == english.rule && finding.frames == english.frames)
                    #expect(Self.faults(finding.message) == [], "\(catalog.languageTag): \(finding.message)")
                    #expect(finding.message != finding.rule)
                    #expect(catalog.languageTag == "en" || finding.message != english.message, "\(finding.message)")
                }
            }
        }
    }

    @Test("Every rule has its texts, and every text a rule", arguments: Self.catalogs.indices)
    func topics(index: Int) {
        let catalog = Self.catalogs[index]
        #expect(Set(catalog.topics.map(\.rule)) == Set(Rule.all.map(\.name)))
    }

    @Test("The phrases are those that the program uses", arguments: Self.catalogs.indices)
    func phrases(index: Int) {
        let catalog = Self.catalogs[index]
        let used = [
            ("evidence.", EvidencePhrase.allCases.map(\.rawValue)),
            ("request.", RequestPhrase.allCases.map(\.rawValue)),
            ("finding.", FindingPhrase.allCases.map(\.rawValue)),
        ]
        for (prefix, keys) in used { #expect(catalog.phraseKeys(withPrefix: prefix) == Set(keys)) }
    }

    private static func faults(_ text: String) -> [String] {
        var faults: [String] = []
        if text.contains("{") || text.contains("}") { faults.append("a place left open") }
        if text.contains("  ") || text.contains(" ,") || text.contains(",,") || text.contains("()") {
            faults.append("a gap")
        }
        if text.hasPrefix(" ") || text.hasSuffix(" ") || text.hasSuffix(".") { faults.append("a ragged end") }
        return faults
    }
}
