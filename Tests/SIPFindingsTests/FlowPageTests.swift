import Foundation
import SIPFindings
import Testing
import _TestSupport

@Suite("The page on flow files")
struct FlowPageTests {
    private static let page = "Sources/SIPWatchKit/SIPWatchKit.docc/Contributors/FlowFiles.md"

    private func lines(_ path: String) throws -> [String] {
        try String(contentsOf: Fixture.project.appending(path: path), encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test("Gives the grammar as the reader does")
    func grammar() throws {
        let comment = try lines("Sources/_TestSupport/Flows/Flow.swift").drop { !$0.hasPrefix("///") }
            .prefix { $0.hasPrefix("///") }
        let section = try lines(Self.page).drop { $0 != "### The format" }.dropFirst()
            .prefix { !$0.hasPrefix("### ") }
        let inComment = comment.dropFirst().map { $0.dropFirst(3).drop { $0 == " " } }.filter { !$0.isEmpty }
        #expect(inComment.count > 30)
        #expect(section.filter { !$0.isEmpty && !$0.hasPrefix("```") } == inComment.map(String.init))
    }

    @Test("Its example can be read, and has the findings that it names")
    func example() throws {
        let example = try lines(Self.page).drop { $0 != "```flow" }.dropFirst().prefix { $0 != "```" }
        let flow = try Flow(example.joined(separator: "\n"), named: "transfer/no-notify")
        let first = try #require(flow.cases.first)
        #expect(first.findings.map(\.rule) == first.expectations.map(\.rule))
        #expect(first.expectations.map(\.frames) == [[5, 6]])
    }
}
