import Testing
import _TestSupport

@Suite struct DocumentationWalkTests {
    private static let page = "Sources/SIPWatchKit/SIPWatchKit.docc/Guides/CheckingTraces.md"

    /// Each `text` block is what the `sh` block before it prints; `…` stands for lines that are left out, and at the end
    /// of a line for the rest of it.
    @Test func fromAnEmptyFolderToAGreenBuild() throws {
        let page = try DocumentationFolder.text(Self.page)
        let section = try #require(
            DocumentationFolder.section("From an empty folder to a green build", of: page))
        let blocks = DocumentationFolder.blocks(of: section)
        let scripts = blocks.filter { $0.language == "sh" }.map { $0.lines.joined(separator: "\n") }
        let folder = try TemporaryFolder()
        let printed = try withExtendedLifetime(folder) { try DocumentationShell.walk(scripts, in: folder.path) }
        let quoted = blocks.filter { $0.language == "text" }.map(\.lines)
        #expect(blocks.map(\.language) == scripts.flatMap { _ in ["sh", "text"] })
        #expect(printed.count == quoted.count)
        for (quoted, printed) in zip(quoted, printed) {
            #expect(Self.difference(quoted, printed) == nil)
        }
        #expect(printed.map { $0.split(separator: "\n").contains("exit status 1") }.count { $0 } == 1)
        #expect(printed.last?.hasSuffix("\nexit status 0\n") == true)
    }

    @Test(arguments: [
        (["a", "b"], "a\nb\n", nil), (["a", "…", "d"], "a\nb\nc\nd\n", nil), (["a…", "b"], "abc\nb\n", nil),
        (["…"], "a\n", nil), (["a", "c"], "a\nb\nc\n", "c"), (["a"], "a\nb\n", "b"), (["a", "…", "b"], "a\nc\n", "b"),
    ])
    func aDifferenceIsNoticed(_ quoted: [String], _ printed: String, _ difference: String?) {
        #expect(Self.difference(quoted, printed) == difference)
    }

    /// The first line that is not printed where it is quoted, or not quoted where it is printed; nil without one.
    private static func difference(_ quoted: [String], _ printed: String) -> String? {
        var printed = printed.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)[...]
        var isLeftOut = false
        for line in quoted {
            if line == "…" {
                isLeftOut = true
                continue
            }
            let start = line.hasSuffix("…") ? String(line.dropLast()) : nil
            let index = printed.firstIndex { start.map($0.hasPrefix) ?? ($0 == line) }
            guard let index, isLeftOut || index == printed.startIndex else { return line }
            printed = printed[(index + 1)...]
            isLeftOut = false
        }
        return isLeftOut ? nil : printed.first
    }
}
