import Foundation
import Testing
import _TestSupport

@Suite("Reports speak the language asked for")
struct LanguageReportTests {
    /// Keys under which machine formats have prose.
    private static let prose: Set = [
        "story", "message", "explanation", "impact", "text", "advice", "causes", "confirm", "disproof", "evidence",
    ]

    @Test("All prose is translated and whole, and all else is the same", arguments: ["fr", "vi"])
    func json(language: String) throws {
        for fixture in Fixture.all {
            let english = try document(fixture, "en")
            let other = try document(fixture, language)
            #expect(other["language"] as? String == language)
            compare(english, other, key: "", fixture.name)
        }
    }

    @Test("The text report has no gap and no open place", arguments: ["fr", "vi"])
    func text(language: String) throws {
        for fixture in Fixture.all where !fixture.name.hasPrefix("torture") {
            let report = try SIPWatch.run("--lang", language, "--figures", "--details", "all", fixture.path).output
            let english = try SIPWatch.run("--lang", "en", "--figures", "--details", "all", fixture.path).output
            #expect(!report.contains("{") && !report.contains("}"), "\(fixture.name)")
            let same = Set(english.split(separator: "\n")).intersection(report.split(separator: "\n"))
            // What came from the wire stays as it is.
            for line in same where Self.words(String(line)) > 4 && !line.contains("=") {
                Issue.record("\(fixture.name): \(line)")
            }
        }
    }

    @Test("The locale decides where no option does")
    func locale() throws {
        let fixture = Fixture.all[0].path
        let french = try SIPWatch.run([fixture], environment: ["LC_ALL": "fr_FR.UTF-8"]).output
        #expect(try french == SIPWatch.run("--lang", "fr", fixture).output)
        #expect(try french != SIPWatch.run("--lang", "en", fixture).output)
        let german = try SIPWatch.run("--lang", "de", fixture)
        #expect(
            german.errors == "sipwatch: there is no catalog in 'de', so this is in English; there are en, fr and vi\n")
        #expect(try german.output == SIPWatch.run("--lang", "en", fixture).output)
    }

    private func document(_ fixture: Fixture, _ language: String) throws -> [String: Any] {
        let bytes = try SIPWatch.run("--format", "json", "--lang", language, fixture.path).outputBytes
        return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    private func compare(_ english: Any, _ other: Any, key: String, _ place: String) {
        switch (english, other) {
        case (let english as [String: Any], let other as [String: Any]):
            #expect(Set(english.keys) == Set(other.keys), "\(place).\(key)")
            for (key, value) in english {
                if let other = other[key] { compare(value, other, key: key, "\(place).\(key)") }
            }
        case (let english as [Any], let other as [Any]):
            #expect(english.count == other.count, "\(place)")
            for (english, other) in zip(english, other) { compare(english, other, key: key, place) }
        case (let english as String, let other as String):
            guard Self.prose.contains(key), !place.contains(".anomalies") else {
                if !["definition", "reference", "language", "body", "meaning"].contains(key) {
                    #expect(english == other, "\(place)")
                }
                return
            }
            #expect(!other.contains("{") && !other.contains("  "), "\(place): \(other)")
            #expect(english != other || Self.words(english) < 4, "\(place): \(other)")
        default:
            #expect("\(english)" == "\(other)", "\(place)")
        }
    }

    /// How many words of prose a text has.
    private static func words(_ text: String) -> Int {
        text.split { !$0.isLetter }.count { $0.count > 2 && $0.allSatisfy { $0.isLowercase && $0.isASCII } }
    }
}
