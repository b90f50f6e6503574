import Testing

@testable import SIPCatalog

@Suite("Reading a data file")
struct CatalogDataTests {
    private static let english = String(decoding: EmbeddedText.bytes(of: .english), as: UTF8.self)
    /// The line on which a section appended to the English data begins.
    private static let nextLine = english.split(separator: "\n", omittingEmptySubsequences: false).count

    private static let facts = String(decoding: EmbeddedText.facts, as: UTF8.self)

    private func parse(_ text: String, facts: String = Self.facts) throws(CatalogDataError) -> Catalog {
        try Catalog(parsing: Array(text.utf8), facts: Array(facts.utf8))
    }

    @Test("The embedded data are free of mistakes", arguments: CatalogLanguage.allCases)
    func embedded(language: CatalogLanguage) throws {
        let catalog = try Catalog(parsing: EmbeddedText.bytes(of: language), facts: EmbeddedText.facts)
        #expect(!catalog.codes.isEmpty)
    }

    @Test(
        "A mistake in a section is reported with its line",
        arguments: [
            ("== code 486\nphrase: x", 0, .duplicateSection("code 486")),
            ("== code 99\nphrase: x", 0, .badValue(field: "code", value: "99")),
            ("== code 700\nphrase: x", 0, .badValue(field: "code", value: "700")),
            ("== code 487x\nphrase: x", 0, .badValue(field: "code", value: "487x")),
            ("== code 499\nphrase: x", 0, .missingField("status")),
            ("== code 499\nphrase: x\nstatus: odd", 2, .badValue(field: "status", value: "odd")),
            ("== class 7xx\nphrase: x", 0, .unknownSection("class 7xx")),
            ("== odd thing\nkey: x", 0, .unknownSection("odd thing")),
            ("== situation 486\nshort: x", 0, .badValue(field: "situation", value: "486")),
            ("== situation 486/x\nshort: x\nexplanation: x\nfix: x", 3, .wrongShape("fix")),
            ("== situation 486/x\nshort:\n- x", 1, .wrongShape("short")),
            (
                "== situation 486/x\nshort: x\nexplanation: x\nfix:\n- x\nreferences:\n- RFC 1,", 5,
                .badValue(field: "references", value: "RFC 1,")
            ),
            (
                "== situation 486/x\nshort: x\nexplanation: x\nfix:\n- x\nreferences:\n- RFC 1\nmore: x", 7,
                .unknownField("more")
            ),
            ("== topic nameless\ntitle: x", 0, .badValue(field: "topic", value: "nameless")),
            ("== pair 486 486\nnote: x", 0, .badValue(field: "pair", value: "486 486")),
            ("== pair 486\nnote: x", 0, .badValue(field: "pair", value: "486")),
        ] as [(String, Int, CatalogDataError.Problem)])
    func mistakes(section: String, offset: Int, problem: CatalogDataError.Problem) {
        #expect(throws: CatalogDataError(line: Self.nextLine + offset, problem)) {
            try parse(Self.english + section)
        }
    }

    @Test("A section without mistakes is taken")
    func goodSection() throws {
        let section = "== situation 486/x\nshort: x\nexplanation: y\nfix:\n- z\nreferences:\n- RFC 3261, 21.4.24\n"
        let situation = try #require(try parse(Self.english + section).situation(for: 486, named: "x"))
        #expect(situation.short == "x")
        #expect(situation.fix.map(\.source) == ["z"])
        #expect(situation.references.map(\.document) == ["RFC 3261"])
        #expect(situation.references.map(\.section) == ["21.4.24"])
    }

    @Test("A file without words or without a class is refused")
    func missingSections() {
        #expect(throws: CatalogDataError(line: 1, .missingSection("words"))) {
            try parse("== pair 1 2\nnote: x")
        }
        #expect(throws: CatalogDataError(line: 1, .missingSection("class 5xx"))) {
            try parse(Self.cut("class 5xx", from: Self.english), facts: Self.cut("class 5xx", from: Self.facts))
        }
    }

    @Test("Facts without prose, prose without its facts, and a field in both files are mistakes")
    func twoFiles() throws {
        let factLine = try #require(Self.line(of: "== code 486", in: Self.facts))
        #expect(throws: CatalogDataError(line: factLine, .missingSection("code 486"), in: .facts)) {
            try parse(Self.cut("code 486", from: Self.english))
        }
        let line = try #require(Self.line(of: "== code 486", in: Self.english))
        #expect(throws: CatalogDataError(line: line, .missingField("phrase"))) {
            try parse(Self.english, facts: Self.cut("code 486", from: Self.facts))
        }
        #expect(throws: CatalogDataError(line: line + 1, .duplicateField("phrase"))) {
            try parse(Self.english.replacing("== code 486\n", with: "== code 486\nphrase: x\n"))
        }
    }

    private static func line(of text: String, in file: String) -> Int? {
        file.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0 == text }.map { $0 + 1 }
    }

    private static func cut(_ title: String, from file: String) -> String {
        file.split(separator: "\n== ", omittingEmptySubsequences: false).filter { !$0.hasPrefix(title + "\n") }
            .joined(separator: "\n== ")
    }

    @Test("A file that lacks a word is refused")
    func missingWord() throws {
        let line = try #require(
            Self.english.split(separator: "\n", omittingEmptySubsequences: false).firstIndex(of: "== words"))
        #expect(throws: CatalogDataError(line: line + 1, .missingField("class.6"))) {
            try parse(Self.english.replacing("class.6: Global Failure\n", with: ""))
        }
    }
}
