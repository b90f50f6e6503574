import Testing
import _TestSupport

@Suite("The JSON report is strict JSON, sorted, stable, and keeps the output contract")
struct JSONReportTests {
    @Test(arguments: Fixture.all)
    func report(_ fixture: Fixture) throws {
        let first = try SIPWatch.run("--format", "json", fixture.path)
        #expect(first.status == 0)
        #expect(try JSONSyntax(first.outputBytes).objects > 3)
        #expect(try SIPWatch.run("--format", "json", fixture.path).outputBytes == first.outputBytes)
        let report = try ReportDocument(first.outputBytes)
        #expect(report.schemaVersion == 1)
        #expect(report.capture.files.map(\.name) == [fixture.path])
        #expect(report.capture.files.map(\.frames) == [report.capture.frames])
        let parts = [report.capture.otherFrames, report.capture.undecodedFrames, report.capture.incompleteFrames]
        let withSIP = report.capture.sipFrames + report.capture.truncatedFrames
        #expect(withSIP + parts.flatMap(\.values).reduce(0, +) == report.capture.frames)
        let byName = Array(report.messages.requests.values) + Array(report.messages.responses.values)
        #expect(byName.reduce(0, +) == report.messages.total)
        let others = report.registrations + report.subscriptions + report.requests
        #expect(report.findings.count == (report.calls.map(\.findings) + others.map(\.findings)).joined().count)
        for call in report.calls {
            #expect(call.startTime <= call.endTime)
            #expect(call.messages.map(\.frame) == call.messages.map(\.frame).sorted())
        }
    }

    @Test(
        "The order of keys, and what is no JSON, do not go unnoticed",
        arguments: [
            #"{"b": 1, "a": 2}"#, #"{"a": 1, "a": 2}"#, #"{"a": {"c": 1, "b": 2}}"#, #"["a" "b"]"#, #"{"a": }"#, "",
            "{} {}",
            "[1, 2", "\"\u{1}\"",
        ])
    func unsorted(text: String) {
        #expect(throws: JSONSyntax.Problem.self) { _ = try JSONSyntax(Array(text.utf8)) }
    }

    @Test func notUTF8() {
        #expect(throws: JSONSyntax.Problem.self) { _ = try JSONSyntax([0x22, 0xFF, 0x22]) }
    }

    @Test("JSON Lines: each line is an exchange that can be read alone")
    func lines() throws {
        let ended = try SIPWatch.run(
            "--format", "jsonl", Fixture("transfer/attended-replaces").path, Fixture("call/answered").path)
        #expect(ended.status == 0)
        let lines = ended.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.last == "")
        #expect(lines.count == 3)
        for line in lines.dropLast() {
            _ = try JSONSyntax(Array(line.utf8))
            #expect(line.contains(#""kind":"call""#))
        }
        #expect(try SIPWatch.run("--format", "jsonl", Fixture("mixed/not-sip").path).output.isEmpty)
    }

    @Test(
        .enabled(if: Program.areInstalled("jq"), "jq is not installed"),
        arguments: [
            (
                "json", ".calls[] | .transfers[] | [.kind, .responseStatus, .finalStatus, .outcome] | @csv",
                #""blind",202,603,"failed""#
            ),
            ("json", ".findings[].rule", "transfer/failed\ntransfer/deprecated-202"),
            ("jsonl", "select(.kind == \"call\") | .outcome", "answered"),
        ])
    func jq(format: String, query: String, answer: String) throws {
        let capture = Fixture("transfer/blind-declined").path
        let ended = try SIPWatch.shell("sipwatch --format \(format) '\(capture)' | jq --raw-output '\(query)'")
        #expect(ended.output == answer + "\n")
        #expect(ended.errors.isEmpty)
    }
}
