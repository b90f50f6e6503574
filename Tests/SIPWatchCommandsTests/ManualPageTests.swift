import Testing

@testable import SIPWatchCommands

@Suite struct ManualPageTests {
    @Test func thePageIsAsRecorded() throws {
        try expectSnapshot(ManualPage.text(), "sipwatch.1")
    }

    @Test(.enabled(if: Tool.isInstalled("groff"), "groff is not installed"))
    func groffHasNothingToWarnOf() throws {
        let result = try #require(Tool("groff")).run(["-man", "-Tutf8", "-ww", "-P-c"], input: ManualPage.text())
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        let words = result.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for option in OptionTable.all { #expect(words.contains(option.summary)) }
    }

    @Test(.enabled(if: Tool.isInstalled("groff"), "groff is not installed"))
    func groffShowsEveryCharacterAsItIs() throws {
        let text = "'.a' `b` ^c ~d \"e\" f-g h\\fBi --j \u{2026}"
        let page = ".TH X 1\n.SH NAME\n\(RoffText.escaped(text))\n"
        let result = try #require(Tool("groff")).run(["-man", "-Tutf8", "-ww", "-P-c"], input: page)
        #expect(result.errors.isEmpty)
        #expect(result.output.contains(text))
    }

    @Test(arguments: [
        (".TH", "\\&.TH"), ("'x", "\\(aqx"), ("a.b", "a.b"), ("a\\b", "a\\eb"), ("-", "\\-"), ("\u{E9}", "\\[u00E9]"),
    ])
    func textIsEscaped(_ text: String, _ roff: String) {
        #expect(RoffText.escaped(text) == roff)
    }
}
