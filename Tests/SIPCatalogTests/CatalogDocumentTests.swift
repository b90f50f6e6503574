import Testing

@testable import SIPCatalog

@Suite("Sectioned text format")
struct CatalogDocumentTests {
    private func sections(_ text: String) throws(CatalogDataError) -> [CatalogSection] {
        try CatalogDocument(Array(text.utf8)).sections
    }

    @Test("Sections, texts, lists, continuations and comments are read")
    func reading() throws {
        let text = """
            # a comment
            == code 486
            short: busy
            meaning: one line
              and its continuation
            folded:
              starts below its key
            causes:
            - first item
              goes on
            - second: item

            == words
            class.1: Provisional
            """
        let sections = try sections(text)
        #expect(sections.map(\.title) == ["code 486", "words"])
        #expect(sections[0].line == 2)
        #expect(sections[0].fields["short"] == .init(line: 3, items: ["busy"], isList: false))
        #expect(sections[0].fields["meaning"]?.items == ["one line and its continuation"])
        #expect(sections[0].fields["folded"] == .init(line: 6, items: ["starts below its key"], isList: false))
        #expect(sections[0].fields["causes"]?.items == ["first item goes on", "second: item"])
        #expect(sections[0].fields["causes"]?.isList == true)
        #expect(sections[1].fields["class.1"]?.items == ["Provisional"])
    }

    @Test(
        "A mistake is reported with its line",
        arguments: [
            ("key: text", 1, .fieldOutsideSection),
            ("\n== ", 2, .trailingBlank),
            ("== s\nno colon here", 2, .malformedLine),
            ("== s\n: no key", 2, .malformedLine),
            ("== s\nbad key: text", 2, .malformedLine),
            ("== s\nkey:text", 2, .malformedLine),
            ("== s\nkey: text ", 2, .trailingBlank),
            ("== s\nkey: a\nkey: b", 3, .duplicateField("key")),
            ("== s\n- item", 2, .itemOutsideList),
            ("== s\nkey: text\n- item", 3, .itemOutsideList),
            ("  lost", 1, .continuationOutsideField),
            ("== s\n  lost", 2, .continuationOutsideField),
            ("== s\nkey:\n\n== t", 2, .emptyField("key")),
            ("== s\nkey:", 2, .emptyField("key")),
        ] as [(String, Int, CatalogDataError.Problem)])
    func mistakes(text: String, line: Int, problem: CatalogDataError.Problem) {
        #expect(throws: CatalogDataError(line: line, problem)) { try sections(text) }
    }

    @Test("Bytes that are not UTF-8 are refused with their line, well-formed ones are not")
    func encoding() throws {
        let good = Array("== s\nkey: é".utf8)
        #expect(try CatalogDocument(good).sections.count == 1)
        #expect(throws: CatalogDataError(line: 2, .notUTF8)) { try CatalogDocument(good.dropLast()) }
    }

    @Test("An error names its line")
    func description() {
        #expect(CatalogDataError(line: 7, .missingField("short")).description == "line 7: the field 'short' is missing")
    }
}
