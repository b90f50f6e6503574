import Foundation
import Testing

@testable import SIPCatalog

@Suite("Texts from the wire in Markdown and plain text")
struct HostileTextTests {
    @Test(
        "At the beginning of a line nothing is markup",
        arguments: [
            ("# a", "\\# a"), ("#a", "\\#a"), ("- a", "\\- a"), ("---", "\\---"), ("+ a", "\\+ a"), ("* a", "\\* a"),
            ("1. a", "1\\. a"), ("12) a", "12\\) a"), ("    a", "a"), ("> a", "\\> a"), ("~~~", "\\~\\~\\~"),
            ("```", "\\`\\`\\`"), ("<b>", "\\<b\\>"), ("\ta", "\\\\u{9}a"), ("486 Busy", "486 Busy"), ("1.5", "1\\.5"),
            ("a - b # c 1. d", "a - b # c 1. d"), ("", ""),
        ])
    func line(text: String, written: String) {
        #expect(MarkdownText.line(text) == written)
    }

    @Test(
        "Within a line nothing is markup",
        arguments: [
            ("[a](javascript:x)", "\\[a\\](javascript:x)"), ("![a](b)", "!\\[a\\](b)"), ("<a&b>", "\\<a\\&b\\>"),
            ("&lt;script&gt;", "\\&lt;script\\&gt;"), ("~~a~~", "\\~\\~a\\~\\~"), ("\\", "\\\\"), ("\\|", "\\\\\\|"),
            // A mark with a combining character after it.
            ("`\u{301}", "\\`\u{301}"), ("<\u{338}b>", "\\<\u{338}b\\>"), ("|\u{20D2}", "\\|\u{20D2}"),
            ("a\nb", "a\\\\u{a}b"), ("a\u{202E}b", "a\\\\u{202e}b"), ("\u{1B}[31m", "\\\\u{1b}\\[31m"),
            ("é — ü", "é — ü"),
        ])
    func inline(text: String, written: String) {
        #expect(MarkdownText.escape(text).unicodeScalars.elementsEqual(written.unicodeScalars))
    }

    @Test("A page of Markdown has the lines that it has without the hostile text")
    func markdownPage() {
        let text = "1. # a\n\n## b | c \u{2028} <b> #"
        let lines = MarkdownText.render(.everywhere(text)).split(separator: "\n")
        #expect(lines.count == MarkdownText.render(.everywhere("plain")).split(separator: "\n").count)
        let shown = "\\\\u{a}\\\\u{a}## b \\| c \\\\u{2028} \\<b\\> #"
        #expect(lines.contains { $0 == "1\\. # a\(shown)" } && lines.contains { $0 == "- 1\\. # a\(shown)" })
        #expect(lines.first == "# 1. \\# a\(shown.replacing("#", with: "\\#"))")
        #expect(lines.last == "| 1. # a\(shown) | 1. # a\(shown) |")
    }

    @Test(
        "A page of plain text shows what would steer a terminal", arguments: ["a\u{1B}[2Jb", "a\u{202E}b", "a\rb\nc"])
    func plainPage(text: String) {
        let page = PlainText.render(.everywhere(text))
        let lines = page.split(separator: "\n")
        #expect(lines.count == PlainText.render(.everywhere("plain")).split(separator: "\n").count)
        #expect(!page.unicodeScalars.contains { "\u{1B}\u{202E}\r".unicodeScalars.contains($0) })
        #expect(lines.first?.hasPrefix("a\\u{") == true && lines.first?.count == lines.dropFirst().first?.count)
    }

    @Test("A table too wide for its page is broken in its widest columns")
    func wideTable() {
        let rows = [["", "one", "two"], ["a", "one one one", "two two two two two"], ["b", "1", "2"]]
        #expect(
            PlainTable.lines(rows, width: 23) == [
                "   one        two", "", "a  one one    two two", "   one        two two", "              two", "",
                "b  1          2",
            ])
        #expect(PlainTable.lines(rows, width: 40).count == 3)
        #expect(PlainTable.lines([["wordword", "x y"]], width: 5) == ["wordword  x", "          y"])
        #expect(PlainTable.lines([[], ["a", "b"], ["c"]], width: 9) == ["a  b", "c"])
        #expect(PlainTable.lines([]).isEmpty)
    }
}
