import Testing

@testable import SIPReporting

@Suite("Style and columns")
struct TextStyleTests {
    @Test(
        "Colour codes only where they are wanted",
        arguments: [
            (TextStyle.Role.heading, "1"), (.dim, "2"), (.good, "32"), (.caution, "33"), (.bad, "31"),
        ])
    func colors(role: TextStyle.Role, code: String) {
        #expect(TextStyle(isColored: true)(role, "x") == "\u{1B}[\(code)mx\u{1B}[0m")
        #expect(TextStyle(isColored: true)(role, "") == "")
        #expect(TextStyle(isColored: false)(role, "x") == "x")
    }

    @Test(
        "Columns that a text fills",
        arguments: [
            ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("電話", 4), ("a電", 3), ("👍", 2), ("→", 1),
        ])
    func columns(text: String, columns: Int) {
        #expect(text.columns == columns)
    }

    @Test(
        "A column is filled or cut to its width",
        arguments: [
            ("abc", 5, "abc  "), ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("電話電", 5, "電話…"), ("電話電", 4, "電… "),
            ("abc", 0, ""), ("abc", 1, "…"), ("", 2, "  "),
        ])
    func column(text: String, width: Int, expected: String) {
        #expect(text.column(width) == expected)
        #expect(text.column(width).columns == width)
    }
}
