import Testing
import _TestSupport

@Suite("check passes or fails")
struct CheckTests {
    @Test(
        "The exit status follows the gravest finding and --fail-on",
        arguments: [
            ("call/answered", nil, 0), ("call/answered", "info", 0), ("call/answered", "warning", 0),
            ("call/declined-603", nil, 0),
            ("transfer/blind-declined", nil, 1), ("transfer/blind-declined", "warning", 1),
            ("transfer/blind-declined", "info", 1), ("transfer/blind-declined", "never", 0),
            ("call/retry-after-603", nil, 0), ("call/retry-after-603", "error", 0),
            ("call/retry-after-603", "warning", 1), ("call/retry-after-603", "info", 1),
            ("call/retry-after-603", "never", 0), ("options/ping", nil, 0),
            ("transfer/no-notify-cut-short", "warning", 0), ("transfer/no-notify-cut-short", "info", 1),
        ] as [(String, String?, Int32)])
    func status(fixture: String, failOn: String?, status: Int32) throws {
        let option = failOn.map { ["--fail-on", $0] } ?? []
        let ended = try SIPWatch.run(["check"] + option + [Fixture(fixture).path])
        #expect(ended.status == status)
        #expect(ended.errors.isEmpty)
    }

    @Test func text() throws {
        let fixture = Fixture("transfer/blind-declined")
        let ended = try SIPWatch.run("check", fixture.path)
        let lines = ended.output.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(
            lines.first?.hasPrefix("\(fixture.path): error transfer/failed call 1 (frames 6, 7, 10, 13, 15): ") == true)
        #expect(lines.last == "2 findings: 1 error, 1 info")
        #expect(try SIPWatch.run("check", Fixture("call/answered").path).output == "No findings\n")
    }

    @Test func lines() throws {
        let ended = try SIPWatch.run("check", "--format", "jsonl", Fixture("call/auth-loop").path)
        #expect(ended.status == 1)
        #expect(ended.output.split(separator: "\n").count == 1)
        _ = try JSONSyntax(ended.outputBytes)
        #expect(ended.output.contains(#""rule":"auth/loop""#))
        #expect(try SIPWatch.run("check", "--format", "jsonl", Fixture("call/answered").path).output.isEmpty)
    }

    @Test func document() throws {
        let capture = Fixture("call/auth-loop").path
        let ended = try SIPWatch.run("check", "--format", "json", capture)
        #expect(ended.status == 1)
        #expect(try ReportDocument(ended.outputBytes).findings.map(\.rule) == ["auth/loop"])
        #expect(try JSONSyntax(ended.outputBytes).objects > 3)
    }

    @Test("One failing capture among many fails them all")
    func several() throws {
        let good = Fixture("call/answered").path
        #expect(try SIPWatch.run("check", good, Fixture("call/missing-ack").path).status == 1)
        #expect(try SIPWatch.run("check", good, Fixture("call/cancelled").path).status == 0)
        let missing = try SIPWatch.run("check", "/nowhere.pcap", Fixture("call/missing-ack").path, good)
        #expect(missing.status == 2)
        #expect(missing.output.contains("invite/missing-ack"), "the other files are checked all the same")
        #expect(missing.output.hasSuffix("1 finding: 1 error in 2 files\n"))
    }

    @Test("No file makes another look longer than it is")
    func separate() throws {
        let short = Fixture("transfer/no-notify-cut-short").path
        #expect(try SIPWatch.run("check", short, Fixture("transfer/blind-completed").path).status == 0)
    }
}
