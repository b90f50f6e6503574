import Testing
import TraceTypes

@testable import SIPCatalog

@Suite("Every text is well written in every language")
struct LanguageProseTests {
    private func check(_ text: String, _ faults: [String], _ place: String) {
        if !faults.isEmpty { Issue.record("\(place): \(faults): \(text)") }
    }

    @Test("Codes", arguments: CatalogLanguage.allCases)
    func codes(language: CatalogLanguage) {
        let catalog = Catalogs.of(language)
        for code in catalog.codes.map(\.code) + [150, 299, 399, 499, 599, 699, 42] {
            let entry = catalog.entry(for: code)
            #expect(!entry.phrase.isEmpty)
            let clauses = [
                entry.says, entry.occasion, entry.choice, entry.actor, entry.decider, entry.scope, entry.retry,
                entry.hears, entry.carries,
            ]
            for text in clauses { check(text, Prose.clauseFaults(text, language), "\(code)") }
            for text in [entry.meaning] + entry.causes + entry.checks + entry.fix {
                check(text, Prose.faults(text, language), "\(code)")
            }
            check(entry.short, Prose.shortFaults(entry.short, language), "\(code)")
        }
    }

    @Test("Situations, without any value and with all of them", arguments: CatalogLanguage.allCases)
    func situations(language: CatalogLanguage) {
        let catalog = Catalogs.of(language)
        let situations = catalog.codes.flatMap { catalog.situations(of: $0.code) }
        #expect(situations.count > 80)
        for situation in situations {
            let place = "\(situation.code)/\(situation.name)"
            check(situation.short, Prose.shortFaults(situation.short, language), place)
            for template in [situation.explanation] + situation.fix {
                let values = template.places.reduce(into: PhraseValues()) { $0[$1] = Self.value(of: $1) }
                for text in [catalog.text(template), catalog.text(template, values)] {
                    check(text, Prose.faults(text, language), place)
                }
            }
        }
    }

    private static func value(of place: String) -> PhraseValue {
        switch place {
        case "elapsed", "ring", "follow-up", "unregistered", "cancelled", "retry-after": .duration(.seconds(7))
        case "contacts": 2
        case "contact", "offered", "supported": .list(["X1", "X2"])
        default: "X"
        }
    }

    @Test("Topics of rules", arguments: CatalogLanguage.allCases)
    func topics(language: CatalogLanguage) {
        for topic in Catalogs.of(language).topics {
            check(topic.title, Prose.shortFaults(topic.title, language, limit: 130), topic.rule)
            for text in [topic.explanation, topic.impact] + topic.causes + topic.confirm + topic.fix + topic.disproof {
                check(text, Prose.faults(text, language), topic.rule)
            }
            #expect(topic.messages[""] != nil || topic.messages.count > 1, "\(topic.rule)")
        }
    }

    @Test("Reference entries, hints and families", arguments: CatalogLanguage.allCases)
    func references(language: CatalogLanguage) {
        let catalog = Catalogs.of(language)
        #expect(catalog.reference.entries.count > 400)
        for entry in catalog.reference.entries {
            check(entry.title, Prose.shortFaults(entry.title, language, limit: 90), entry.key)
            for text in [entry.meaning] + entry.advice { check(text, Prose.faults(text, language), entry.key) }
        }
        for hint in catalog.reference.hints { check(hint.advice, Prose.faults(hint.advice, language), hint.setting) }
        for family in catalog.families {
            check(family.note, Prose.faults(family.note, language), family.name)
            #expect(catalog.entries(of: family).count == family.labels.count && family.labels.count > 2)
        }
    }

    @Test("Every pair of codes", arguments: CatalogLanguage.allCases)
    func pairs(language: CatalogLanguage) throws {
        let catalog = Catalogs.of(language)
        let codes = catalog.codes.map(\.code) + [189, 299, 399, 499, 599, 699]
        for first in codes {
            for second in codes {
                let comparison = try catalog.compare(first, second)
                for text in [comparison.summary] + comparison.differences.map(\.text) + comparison.choice
                    + comparison.together
                {
                    check(text, Prose.faults(text, language), "\(first) and \(second)")
                }
            }
        }
    }
}
