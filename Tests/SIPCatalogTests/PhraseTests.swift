import Testing
import TraceTypes

@testable import SIPCatalog

@Suite("Phrases with places")
struct PhraseTests {
    private static let french = """
        == language fr
        name: Français
        plural: one-is-below-2
        decimal: ,
        article.le: le~|l'
        """

    private func catalog(_ grammar: String) throws -> Catalog {
        var catalog = Catalog()
        for section in try CatalogDocument(Array(grammar.utf8)).sections {
            catalog.grammar = try LanguageGrammar(section)
        }
        return catalog
    }

    private func text(_ template: String, _ values: PhraseValues, _ grammar: String = french) throws -> String {
        try catalog(grammar).text(PhraseTemplate(template), values)
    }

    @Test("Values stand in their places; a place without a value stays to be seen")
    func places() throws {
        #expect(try text("{a} then {b}", ["a": "x", "b": 7]) == "x then 7")
        #expect(try text("{a} then {b}", ["a": "x"]) == "x then {b}")
        #expect(try text("no place", [:]) == "no place")
    }

    @Test("A value is never read as a template")
    func hostileValue() throws {
        #expect(try text("<{a}>", ["a": "[{b}]#|\\"]) == "<[{b}]#|\\>")
    }

    @Test("A segment is told only where all of its places have something to tell")
    func optional() throws {
        #expect(try text("sent[ to {a}][ by {b}]", ["a": "x"]) == "sent to x")
        #expect(try text("sent[ to {a}[ by {b}]]", ["a": "x"]) == "sent to x")
        #expect(try text("sent[ to {a}[ by {b}]]", ["b": "x"]) == "sent")
        #expect(try text("sent[ to {a}]", ["a": ""]) == "sent")
        #expect(try text("sent[ to {a|one:#|other:#s}]", [:]) == "sent")
    }

    @Test("The language counts", arguments: [(0, "0 fois"), (1, "1 fois"), (2, "2 foiss")])
    func plural(number: Int, expected: String) throws {
        #expect(try text("{n|one:# fois|other:# foiss}", ["n": .number(number)]) == expected)
    }

    @Test("The plurals differ by language")
    func pluralRules() {
        #expect([0, 1, 2].map(LanguageGrammar.Plural.oneIsOne.name) == ["other", "one", "other"])
        #expect([0, 1, 2].map(LanguageGrammar.Plural.oneIsBelowTwo.name) == ["one", "one", "other"])
        #expect([0, 1, 2].map(LanguageGrammar.Plural.none.name) == ["other", "other", "other"])
    }

    @Test("A case is chosen by name, or it is the other one")
    func choice() throws {
        let template = "the {side|caller:caller of {a}|other:other side}"
        #expect(try text(template, ["side": .choice("caller"), "a": "x"]) == "the caller of x")
        #expect(try text(template, ["side": .choice("nobody")]) == "the other side")
        #expect(try text("{side|caller:caller}", ["side": .choice("nobody")]) == "{side}")
    }

    @Test("An article fits what follows", arguments: [("INVITE", "l'INVITE"), ("REFER", "le REFER"), ("", "le ")])
    func article(word: String, expected: String) throws {
        #expect(try text("{le.m}", ["m": .text(word)]) == expected)
    }

    @Test("Lengths of time and lists are told in the language")
    func spans() throws {
        #expect(try text("{t}", ["t": .duration(.milliseconds(1_500))]) == "1,5 s")
        #expect(Catalog.english.text(try PhraseTemplate("{t}"), ["t": .duration(.milliseconds(1_500))]) == "1.5 s")
        let list = PhraseValue.list(["a", "b", "c"])
        #expect(Catalog.english.text(try PhraseTemplate("{l}"), ["l": list]) == "a, b and c")
    }

    @Test("A backslash takes a character as it is")
    func escape() throws {
        #expect(try text("\\[{a}\\] \\{\\}", ["a": "x"]) == "[x] {}")
    }

    @Test(
        "What is not well formed is refused",
        arguments: [
            "{", "{a", "}", "]", "[a", "{}", "{a|}", "{a|b}", "{a|b:c", "{a|b:c|b:d}", "{a.}", "a\\", "{a b}",
            String(repeating: "[", count: 100),
        ])
    func malformed(template: String) {
        #expect(throws: PhraseSyntaxError.self) { try PhraseTemplate(template) }
    }
}
