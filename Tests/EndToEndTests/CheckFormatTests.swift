import Testing
import _TestSupport

@Suite("A verdict goes to standard output and to files, in any form")
struct CheckFormatTests {
    /// Every form, and what its output begins with and has in it.
    private static let forms: [(format: String, start: String, words: String)] = [
        ("text", "trace.pcap: error transfer/failed call 1", "expectation/failed call 1 (alice → bob): outcome"),
        ("json", "{\n  \"clean\": false", "\"state\": \"failed\""),
        ("jsonl", "{", "\"type\":\"expectation\""),
        ("junit", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites ", "<failure "),
        ("sarif", "{\n", "\"version\": \"2.1.0\""),
        ("github", "::error file=trace.", "::error file=trace.sipwatch.yaml,line=1,col="),
        ("gitlab", "[\n", "\"check_name\": \"transfer/failed\""),
        ("tap", "TAP version 14\n1..", "\nnot ok "),
        ("markdown", "## sipwatch check: failed\n", "```mermaid\n"),
    ]
    private static let yaml = "calls: {outcome: busy, status: 200}"

    @Test("On standard output", arguments: forms.map(\.format))
    func output(format: String) throws {
        let form = try #require(Self.forms.first { $0.format == format })
        let folder = try CheckFolder("transfer/blind-declined", expecting: Self.yaml)
        let ended = try folder.check("--format", format, "trace.pcap")
        #expect(ended.status == 1 && ended.errors.isEmpty)
        #expect(ended.output.hasPrefix(form.start), "\(ended.output)")
        #expect(ended.output.contains(form.words), "\(ended.output)")
        #expect(ended.output.hasSuffix("\n"))
        try folder.add("call/answered")
        try folder.write("calls: {outcome: answered}", "trace.sipwatch.yaml")
        let clean = try folder.check("--format", format, "trace.pcap")
        #expect(clean.status == 0 && clean.errors.isEmpty)
        if ["junit", "markdown", "tap"].contains(format) { #expect(!clean.output.contains(form.words)) }
    }

    @Test("Into files, all at once, with the same bytes as on standard output")
    func files() throws {
        let folder = try CheckFolder("transfer/blind-declined", expecting: Self.yaml)
        let options = Self.forms.flatMap { ["--output", "\($0.format)=report.\($0.format)"] }
        let ended = try folder.run(options + ["trace.pcap"])
        #expect(ended.status == 1 && ended.errors.isEmpty)
        #expect(ended.output == folder.text("report.text"))
        for (format, _, _) in Self.forms {
            let alone = try folder.check("--format", format, "trace.pcap")
            #expect(folder.text("report.\(format)") == alone.output, "\(format)")
        }
        let moved = try folder.check("-f", "junit", "-o", "all.xml", "-o", "json=all.json", "trace.pcap")
        #expect(moved.status == 1 && moved.output.isEmpty)
        #expect(folder.text("all.xml") == folder.text("report.junit"))
        #expect(folder.text("all.json") == folder.text("report.json"))
    }

    @Test("What cannot be read is in every form, and once on standard error")
    func unreadable() throws {
        let folder = try CheckFolder("call/answered")
        for (format, _, _) in Self.forms {
            let ended = try folder.check("--format", format, "-o", "text=all.txt", "trace.pcap", "missing.pcap")
            #expect(ended.status == 2)
            #expect(ended.errors == "sipwatch: missing.pcap: no such file; check the name and the folder you are in\n")
            #expect(format == "text" || ended.output.contains("missing.pcap"), "\(ended.output)")
            #expect(folder.text("all.txt").contains("missing.pcap: error trace/unreadable"))
        }
    }

    @Test(
        "The step summary of GitHub Actions is appended to",
        arguments: [["--format", "github"], ["-o", "github=gh.txt"]])
    func summary(options: [String]) throws {
        let folder = try CheckFolder("call/answered")
        let environment = ["GITHUB_STEP_SUMMARY": "\(folder.path)/summary.md"]
        let first = try folder.run(options + ["trace.pcap"], environment: environment)
        #expect(first.status == 0)
        let text = folder.text("summary.md")
        #expect(text.hasPrefix("## sipwatch check: passed\n"))
        #expect(text == (try folder.check("--format", "markdown", "trace.pcap").output))
        try folder.add("call/auth-loop")
        #expect(try folder.run(options + ["trace.pcap"], environment: environment).status == 1)
        let both = folder.text("summary.md")
        #expect(both.hasPrefix(text) && both.dropFirst(text.count).hasPrefix("## sipwatch check: failed\n"))
        #expect(try folder.run(["trace.pcap"], environment: environment).status == 1)
        #expect(folder.text("summary.md") == both, "no other form touches it")
        let nowhere = ["GITHUB_STEP_SUMMARY": "\(folder.path)/nowhere/summary.md"]
        let ended = try folder.run(options + ["trace.pcap"], environment: nowhere)
        #expect(ended.status == 2 && ended.output.isEmpty)
        #expect(ended.errors.contains("GITHUB_STEP_SUMMARY"))
    }

    @Test("A full disk is no success", arguments: forms.map(\.format))
    func full(format: String) throws {
        let folder = try CheckFolder("call/answered")
        let ended = try folder.check("-o", "\(format)=/dev/full", "trace.pcap")
        #expect(ended.status == 2)
        #expect(ended.errorLines.count == 1 && ended.errors.contains("/dev/full"), "\(ended.errors)")
    }
}
