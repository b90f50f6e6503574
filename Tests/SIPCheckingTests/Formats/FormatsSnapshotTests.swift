import SIPChecking
import Testing

@Suite("Formats of a verdict, as they were when somebody last looked")
struct FormatsSnapshotTests {
    @Test(arguments: [
        (CheckFormat.text, "txt"), (.json, "json"), (.jsonl, "jsonl"), (.junit, "junit.xml"), (.sarif, "sarif"),
        (.github, "github.txt"), (.gitlab, "gitlab.json"), (.tap, "tap"), (.markdown, "md"),
    ])
    func snapshot(format: CheckFormat, ending: String) throws {
        let text = FormatsSample.text(format)
        #expect(text == FormatsSample.text(format), "the same verdict gives the same bytes")
        #expect(text.hasSuffix("\n"))
        try expectFormat(text, "verdict.\(ending)")
    }

    @Test func explained() throws {
        var options = FormatsSample.options
        options.explains = true
        try expectFormat(FormatsSample.text(.text, FormatsSample.verdict, options), "verdict-explained.txt")
    }

    @Test("Every format is looked at, and its word is the one of the command line")
    func words() {
        #expect(
            CheckFormat.allCases.map(\.rawValue) == [
                "text", "json", "jsonl", "junit", "sarif", "github", "gitlab", "tap", "markdown",
            ])
    }
}
