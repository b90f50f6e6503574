import Foundation
import SIPCatalog
import SIPChecking
import Testing

@Suite("The verdict as services read it")
struct FormatsServiceTests {
    private func object(_ format: CheckFormat, _ verdict: CheckVerdict, _ options: CheckFormatOptions) throws -> Any {
        try JSONSerialization.jsonObject(with: Data(FormatsSample.text(format, verdict, options).utf8))
    }

    private func results(_ verdict: CheckVerdict, _ options: CheckFormatOptions) throws -> [[String: Any]] {
        let log = try #require(try object(.sarif, verdict, options) as? [String: Any])
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        return try #require(run["results"] as? [[String: Any]])
    }

    private func uri(_ path: String, base: String? = nil) throws -> String {
        var trace = FormatsSample.cleanTrace(path)
        trace.findings = [FormatsSample.checked(FormatsSample.finding(), fails: true)]
        var options = FormatsSample.options
        options.baseFolder = base
        let text = FormatsSample.text(.sarif, CheckVerdict(traces: [trace]), options)
        let line = try #require(text.split(separator: "\n").first { $0.contains("\"uri\"") })
        return try #require(line.split(separator: "\"").last.map(String.init))
    }

    @Test("Paths are relative URIs, percent-encoded")
    func uris() throws {
        #expect(try uri("traces/a b.pcap") == "traces/a%20b.pcap")
        #expect(try uri("./a:b%.pcap") == "a%3Ab%25.pcap")
        #expect(try uri("é.pcap") == "%C3%A9.pcap")
        #expect(try uri("/top/here/traces/a.pcap", base: "/top/here") == "traces/a.pcap")
        #expect(try uri("/top/hereing/a.pcap", base: "/top/here") == "file:///top/hereing/a.pcap")
    }

    @Test("Against a baseline each finding is new or unchanged; without one nothing is said")
    func baseline() throws {
        let clean = CheckVerdict(traces: [FormatsSample.failedTrace()])
        #expect(try results(clean, FormatsSample.options).compactMap { $0["baselineState"] as? String }.count == 4)
        var trace = FormatsSample.failedTrace()
        trace.findings = [FormatsSample.checked(FormatsSample.finding(), fails: true)]
        let verdict = CheckVerdict(traces: [trace])
        #expect(try results(verdict, FormatsSample.options).allSatisfy { $0["baselineState"] == nil })
        var options = FormatsSample.options
        options.hasBaseline = true
        #expect(try results(verdict, options).compactMap { $0["baselineState"] as? String } == ["new"])
    }

    @Test("A finding that does not count says why")
    func suppressions() throws {
        var trace = FormatsSample.cleanTrace()
        let finding = FormatsSample.finding()
        trace.findings = [
            FormatsSample.checked(finding), FormatsSample.checked(finding, .expected),
            FormatsSample.checked(finding, .known), FormatsSample.checked(finding, .suppressed(reason: "lab")),
        ]
        let found = try results(CheckVerdict(traces: [trace]), FormatsSample.options).map { result in
            (result["suppressions"] as? [[String: String]])?.first.map {
                "\($0["kind"] ?? ""): \($0["justification"] ?? "")"
            }
        }
        #expect(
            found == [
                nil, "inSource: The expectations require it.", "external: The baseline knows it.", "inSource: lab",
            ])
    }

    @Test("No text makes a link")
    func links() throws {
        var trace = FormatsSample.cleanTrace()
        trace.findings = [FormatsSample.checked(FormatsSample.finding(message: "[a](http://example.com/)"))]
        let message =
            try results(CheckVerdict(traces: [trace]), FormatsSample.options).first?["message"] as? [String: String]
        #expect(message?["text"] == "[a] (http://example.com/)")
    }

    @Test("Rules have the catalog's texts in its language")
    func rules() throws {
        var options = FormatsSample.options
        options.catalog = try .embedded(#require(CatalogLanguage.allCases.first { $0.tag == "fr" }))
        let (english, french) = (FormatsSample.text(.sarif), FormatsSample.text(.sarif, FormatsSample.verdict, options))
        #expect(english.contains("\"text\": \"the transfer was tried and failed\""))
        #expect(!french.contains("the transfer was tried and failed"))
        #expect(french.contains("\"language\": \"fr\""))
    }

    @Test("Of each level the first ten annotations are written, failures first, and the rest is counted")
    func annotations() {
        var trace = FormatsSample.cleanTrace("a.pcap")
        trace.findings = (1...12).map { FormatsSample.checked(FormatsSample.finding(message: "m\($0)"), ordinal: $0) }
        trace.findings.append(FormatsSample.checked(FormatsSample.finding(message: "last"), fails: true, ordinal: 13))
        let lines = FormatsSample.text(.github, CheckVerdict(traces: [trace])).split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("::error ") } == 10)
        #expect(lines.first == "::error file=a.pcap,title=transfer/failed call 1::last (frames 6, 7)")
        #expect(lines.contains("3 more: GitHub shows 10 annotations of each level"))
    }

    @Test("What is graver in the check is graver in GitLab, and no two fingerprints are the same")
    func gitlab() throws {
        let verdict = CheckVerdict(traces: [FormatsSample.failedTrace(), FormatsSample.unreadableTrace()])
        let found = try #require(try object(.gitlab, verdict, FormatsSample.options) as? [[String: Any]])
        #expect(
            found.map { "\($0["check_name"] ?? "") \($0["severity"] ?? "")" } == [
                "suppression/unused minor", "transfer/failed critical", "call/note info", "expectation/failed critical",
                "expectation/undetermined info", "trace/unreadable blocker",
            ])
        #expect(Set(found.compactMap { $0["fingerprint"] as? String }).count == found.count)
        let lines = found.compactMap { ($0["location"] as? [String: Any])?["lines"] as? [String: Int] }
        #expect(lines.compactMap { $0["begin"] } == [9, 1, 1, 4, 1, 1])
    }
}
