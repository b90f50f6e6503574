import Testing
import _TestSupport

@Suite("The exit status of a check")
struct CheckStatusTests {
    /// A folder with traces of all kinds.
    private static func folder() throws -> CheckFolder {
        let folder = try CheckFolder("call/answered")
        try folder.add("mixed/not-sip", as: "other.pcap")
        try folder.add("transfer/no-notify-cut-short", as: "open.pcap")
        try folder.add("call/retry-after-603", as: "retry.pcap")
        try folder.write(Fixture("call/answered").bytes.prefix(3_000) + [], "cut.pcap")
        try folder.write("calls: {outcome: busy}", "busy.yaml")
        try folder.write("calls: {match: {from: carol}, outcome: answered}", "nobody.yaml")
        try folder.write("suppress: {rule: auth, reason: known}", "unused.yaml")
        try folder.write("calls: {setup: < 2 s}\nregistrations: {outcome: succeeded}", "registered.yaml")
        try folder.write("transfers: {outcome: completed}", "completed.yaml")
        try folder.write("calls: {outcom: busy}", "bad.yaml")
        try folder.write("version: 2", "baseline.yaml")
        try folder.add("call/answered", as: "orphan/here.pcap")
        try folder.write("calls: {outcome: answered}", "orphan/gone.sipwatch.yaml")
        try folder.write("nothing", "empty/notes.txt")
        try folder.add("call/answered", as: "config/trace.pcap")
        try folder.write("selct: [auth]", "config/.sipwatch.yaml")
        return folder
    }

    @Test(
        "1: something fails, and the output says what",
        arguments: [
            (["--fail-on", "info", "retry.pcap"], "warning retry/after-global-failure"),
            (["--expect", "busy.yaml", "trace.pcap"], "error expectation/failed call 1 (alice → bob): outcome"),
            (["other.pcap"], "error trace/no-sip"), (["cut.pcap"], "error trace/incomplete: not all of the file"),
            (["open.pcap"], "error trace/incomplete: the trace begins or ends too early"),
            (["--expect", "nobody.yaml", "trace.pcap"], "error expectation/unmatched call: match"),
            (["--expect", "registered.yaml", "trace.pcap"], "error expectation/unmatched registration: match"),
            (
                ["--expect", "completed.yaml", "open.pcap"],
                "error expectation/undetermined trace: transfers[1].outcome"
            ),
            (["--expect", "unused.yaml", "--fail-on", "warning", "trace.pcap"], "error suppression/unused"),
            (["--allow-empty", "cut.pcap"], "error trace/incomplete"),
            (["--allow-incomplete", "other.pcap"], "error trace/no-sip"),
            (["--allow-empty", "--expect", "busy.yaml", "trace.pcap"], "error expectation/failed"),
            (["--snapshot", "trace.ladder", "trace.pcap"], "error expectation/failed snapshot"),
        ])
    func fails(arguments: [String], words: String) throws {
        let ended = try Self.folder().run(arguments)
        #expect(ended.status == 1)
        #expect(ended.errors.isEmpty)
        #expect(ended.output.contains(words), "\(ended.output)")
    }

    @Test(
        "0: what is allowed, and what does not count, fails nothing",
        arguments: [
            (["trace.pcap"], "No findings"), (["retry.pcap"], "warning retry/after-global-failure"),
            (["--allow-incomplete", "cut.pcap"], "warning trace/incomplete"),
            (["--allow-incomplete", "open.pcap"], "warning trace/incomplete"),
            (["--allow-empty", "other.pcap"], "warning trace/no-sip"),
            (["--allow-empty", "--expect", "nobody.yaml", "trace.pcap"], "info expectation/unmatched call: match"),
            (["--expect", "unused.yaml", "trace.pcap"], "warning suppression/unused"),
            (["--allow-empty", "--allow-incomplete", "other.pcap", "cut.pcap"], "2 traces: 2 clean"),
        ])
    func passes(arguments: [String], words: String) throws {
        let ended = try Self.folder().run(arguments)
        #expect(ended.status == 0, "\(ended.output)")
        #expect(ended.errors.isEmpty)
        #expect(ended.output.contains(words), "\(ended.output)")
    }

    @Test(
        "2: nothing was checked, and one line says why",
        arguments: [
            (["missing.pcap"], "missing.pcap: no such file; check the name and the folder you are in"),
            (["--expect", "bad.yaml", "trace.pcap"], "bad.yaml:1:9: unknown key 'outcom' in a call; did you mean"),
            (["--expect", "missing.yaml", "trace.pcap"], "there is no file 'missing.yaml'"),
            (["-o", "nowhere/report.txt", "trace.pcap"], "nowhere/report.txt: there is no such folder"),
            (["-o", "json=nowhere/report.json", "trace.pcap"], "nowhere/report.json: there is no such folder"),
            (["empty"], "empty: no captures in this folder"),
            (["*.pcapng"], "*.pcapng: no file matches this pattern"),
            (["config/trace.pcap"], "/config/.sipwatch.yaml:1:1: unknown key 'selct' in a configuration"),
            (["--baseline", "baseline.yaml", "trace.pcap"], "baseline.yaml:1:10: this program reads baselines of"),
            (["--baseline", "missing.yaml", "trace.pcap"], "there is no file 'missing.yaml'"),
            (["--update-baseline", "trace.pcap"], "--update-baseline needs a file to write"),
            (["--init", "--expect", "busy.yaml", "trace.pcap"], "--init writes expectations and --expect reads them"),
            (["--init", "--update", "trace.pcap"], "--init writes expectations alone"),
            (["--init", "-o", "new.yaml", "trace.pcap", "cut.pcap"], "--init writes a file beside each trace"),
            (["--snapshot", "a.ladder", "trace.pcap", "cut.pcap"], "--snapshot is for one trace"),
            (["--details", "1", "trace.pcap"], "'check' does not take --details"),
            (["-o", "a", "-o", "b", "trace.pcap"], "--output names two files for one form"),
            (["-o", "a", "-o", "json=./a", "trace.pcap"], "--output names './a' twice"),
            (["-o", "jnit=report.xml", "trace.pcap"], "there is no form 'jnit'; did you mean 'junit'?"),
            (["-o", "junit=", "trace.pcap"], "'junit=' names no file"),
            (["--jobs", "0", "trace.pcap"], "--jobs wants a whole number from 1 to 256, not '0'"),
            (["--fail-on", "disaster", "trace.pcap"], "--fail-on wants error, warning, info or never"),
            (["--format", "xml", "trace.pcap"], "--format wants"),
        ])
    func trouble(arguments: [String], words: String) throws {
        let ended = try Self.folder().run(arguments)
        #expect(ended.status == 2)
        #expect(ended.errorLines.count == 1, "\(ended.errors)")
        #expect(ended.errors.contains(words), "\(ended.errors)")
        #expect(ended.output.isEmpty, "\(ended.output)")
    }

    @Test("2: expectations whose trace is gone, while the other traces are judged")
    func orphan() throws {
        let folder = try Self.folder()
        let ended = try folder.check("orphan")
        #expect(ended.status == 2)
        #expect(ended.errors.hasPrefix("sipwatch: orphan/gone.sipwatch.yaml: the trace that these expectations are"))
        #expect(ended.output.hasPrefix("2 traces: 1 clean, 1 unreadable"))
        #expect(try folder.check("orphan/here.pcap").status == 0)
    }

    @Test("The document tells all of it in one place")
    func document() throws {
        let traces = ["trace.pcap", "other.pcap", "cut.pcap", "missing.pcap"]
        let document = try Self.folder().document(traces: traces)
        #expect(document.exitStatus == 2)
        #expect(document.traces.map(\.path) == traces)
        #expect(document.traces.map(\.clean) == [true, false, false, false])
        #expect(document.problems.map(\.kind) == ["trace/no-sip", "trace/incomplete", "trace/unreadable"])
        #expect(document.problems.allSatisfy { $0.fails })
        let summary = document.summary
        #expect([summary.traces, summary.cleanTraces, summary.failedTraces, summary.unreadableTraces] == [4, 1, 3, 1])
    }
}
