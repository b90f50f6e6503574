import Foundation
import Testing
import _TestSupport

/// The jobs for CI systems that the guide shows.
@Suite struct DocumentationCITests {
    private static let page = "Sources/SIPWatchKit/SIPWatchKit.docc/Guides/CheckingTraces.md"

    /// Every report that a step uploads is made by the check, whether it passes or not.
    @Test(
        arguments: [
            ("In GitHub Actions", ["check.sarif", "junit.xml"]), ("In GitLab CI", ["junit.xml", "quality.json"]),
        ], [("blind-completed", "status 0\n"), ("blind-declined", "status 1\n")])
    func theReportsAreMade(_ job: (heading: String, reports: [String]), _ trace: (name: String, end: String)) throws {
        let page = try DocumentationFolder.text(Self.page)
        let section = try #require(DocumentationFolder.section(job.heading, of: page))
        let block = try #require(DocumentationFolder.blocks(of: section).first { $0.language == "yaml" })
        let checks = block.commandLines.filter { $0.hasPrefix("sipwatch/Scripts/sipwatch check ") }
        let check = try #require(checks.first)
        let others = block.lines.filter { !$0.contains("--output") }.joined(separator: "\n")
        let uploaded = Set(others.matches(of: /[\w-]+\.(xml|sarif|json)/).map { String($0.output.0) })
        #expect(checks.count == 1)
        #expect(uploaded.sorted() == job.reports)

        let folder = try TemporaryFolder()
        try withExtendedLifetime(folder) {
            let script = """
                mkdir traces && cp ~/sipwatch/Fixtures/transfer/\(trace.name).pcap traces/calls.pcap
                \(check.replacing("sipwatch/Scripts/sipwatch", with: "sipwatch")) > log; echo "status $?"
                """
            #expect(try DocumentationShell.walk([script], in: folder.path) == [trace.end])
            for name in uploaded {
                let report = try String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8)
                #expect(report.contains("transfer/deprecated-202"), "\(name)")
            }
        }
    }
}
