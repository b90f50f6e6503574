import Foundation
import Testing

@Suite struct DocumentationRuleTests {
    /// With SIPWATCH_RECORD=1 in the environment the pages are written instead.
    @Test func thePagesAreWhatTheProgramSays() throws {
        let folder = DocumentationFolder.catalog.appending(path: "Rules")
        let pages = try DocumentationRulePages().pages()
        if ProcessInfo.processInfo.environment["SIPWATCH_RECORD"] == "1" {
            try? FileManager.default.removeItem(at: folder)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for page in pages { try Data(page.text.utf8).write(to: folder.appending(path: page.name)) }
            return
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names == pages.map(\.name).sorted())
        for page in pages {
            let recorded = try String(contentsOf: folder.appending(path: page.name), encoding: .utf8)
            #expect(recorded == page.text, "\(page.name) is out of date; record it again with SIPWATCH_RECORD=1")
        }
    }

    @Test func eachPageTellsItsRule() throws {
        let pages = try DocumentationRulePages()
        let headings = [
            "When it is found", "Description", "Why it matters", "Likely causes", "How to confirm it", "How to fix it",
            "What would disprove it", "References", "Example",
        ]
        #expect(pages.rules.count > 100)
        for (rule, page) in zip(pages.rules, try pages.pages().dropFirst()) {
            #expect(page.text.hasPrefix("# \(rule.name)\n"))
            for heading in headings {
                #expect(page.text.contains("\n## \(heading)\n"), "\(rule.name) lacks '\(heading)'")
            }
        }
    }
}
