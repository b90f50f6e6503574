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
            ("transfer/ok-200", "info", 0), ("transfer/blind-completed", "warning", 0),
            ("transfer/blind-completed", "info", 1),
        ] as [(String, String?, Int32)])
    func status(fixture: String, failOn: String?, status: Int32) throws {
        let option = failOn.map { ["--fail-on", $0] } ?? []
        let folder = try CheckFolder(fixture)
        let ended = try folder.run(option + ["trace.pcap"])
        #expect(ended.status == status)
        #expect(ended.errors.isEmpty)
    }

    @Test("A line for each finding, with its ladder where it fails the check, and how many there are")
    func text() throws {
        let ended = try CheckFolder("transfer/blind-declined").check("trace.pcap")
        let lines = ended.output.split(separator: "\n")
        let heads = lines.filter { $0.hasPrefix("trace.pcap: ") }
        #expect(heads.count == 2 && heads.last?.hasPrefix("trace.pcap: info transfer/deprecated-202 call 1 ") == true)
        #expect(lines.contains { $0.hasPrefix("  > ") && $0.contains(" REFER ") }, "the ladder of what fails")
        #expect(
            lines.first?.hasPrefix("trace.pcap: error transfer/failed call 1 (frames 6, 7, 10, 13, 15): ") == true)
        #expect(lines.last == "2 findings: 1 error, 1 info")
        #expect(try CheckFolder("call/answered").check("trace.pcap").output == "No findings\n")
    }

    @Test("An object on each line, whose type says what it is")
    func lines() throws {
        let ended = try CheckFolder("call/auth-loop", expecting: "calls: {outcome: [unauthorized]}")
            .check("--format", "jsonl", "trace.pcap")
        #expect(ended.status == 1)
        let lines = ended.output.split(separator: "\n")
        for line in lines { _ = try JSONSyntax(Array(line.utf8)) }
        let types = lines.compactMap { line in
            ["finding", "expectation", "problem", "trace", "summary"].first { line.contains("\"type\":\"\($0)\"") }
        }
        #expect(types == ["finding", "expectation", "trace", "summary"])
        #expect(lines.first?.contains(#""rule":"auth/loop""#) == true)
        let clean = try CheckFolder("call/answered").check("--format", "jsonl", "trace.pcap")
        #expect(clean.output.split(separator: "\n").count == 2)
        #expect(clean.output.hasSuffix("\n") && clean.output.contains(#""exitStatus":0"#))
    }

    @Test("One document of its own")
    func document() throws {
        let folder = try CheckFolder("call/auth-loop")
        let document = try folder.document()
        #expect(document.exitStatus == 1)
        #expect(document.findings.map(\.rule) == ["auth/loop"])
        #expect(document.findings.map(\.fails) == [true])
        #expect(document.traces.map(\.path) == ["trace.pcap"])
        #expect(document.traces.first?.facts?.frames == 15 && document.traces.first?.facts?.calls == 1)
    }

    @Test("One failing capture among many fails them all, and the last line sums up")
    func several() throws {
        let folder = try CheckFolder("call/answered")
        try folder.add("call/missing-ack", as: "broken.pcap")
        try folder.add("call/cancelled", as: "cancelled.pcap")
        let failed = try folder.check("trace.pcap", "broken.pcap")
        #expect(failed.status == 1)
        #expect(failed.output.hasSuffix("\n2 traces: 1 clean, 1 failed · 2 calls · findings: 1 error\n"))
        let clean = try folder.check("trace.pcap", "cancelled.pcap")
        #expect(clean.status == 0)
        #expect(clean.output == "2 traces: 2 clean · 2 calls · findings: none\n")
        let missing = try folder.check("nowhere.pcap", "broken.pcap", "trace.pcap")
        #expect(missing.status == 2)
        #expect(missing.errors.hasPrefix("sipwatch: nowhere.pcap: no such file"))
        #expect(missing.output.contains("invite/missing-ack"), "the other files are checked all the same")
        #expect(
            missing.output.hasSuffix(
                "\n3 traces: 1 clean, 1 failed, 1 unreadable · 2 calls · findings: 1 error · problems: 1\n"))
    }

    @Test("No file makes another look longer than it is")
    func separate() throws {
        let folder = try CheckFolder("transfer/no-notify-cut-short")
        try folder.add("transfer/blind-completed", as: "whole.pcap")
        let document = try folder.document(traces: ["trace.pcap", "whole.pcap"])
        #expect(document.problems.map(\.kind) == ["trace/incomplete"])
        #expect(document.findings.allSatisfy { $0.rule == "transfer/deprecated-202" })
        #expect(document.traces.map(\.clean) == [false, true])
    }

    @Test("Folders and patterns stand for the captures in them, each once and by their paths")
    func folders() throws {
        let folder = try CheckFolder()
        try folder.add("call/answered", as: "b/2.pcap")
        try folder.add("call/answered", as: "b/1.pcap")
        try folder.add("call/answered", as: "b/deep/3.pcap")
        try folder.write("no capture", "b/notes.txt")
        let all = ["b/1.pcap", "b/2.pcap", "b/deep/3.pcap"]
        #expect(try folder.document(traces: ["b"]).traces.map(\.path) == all)
        #expect(try folder.document(traces: ["b/2.pcap", "b"]).traces.map(\.path) == [all[1], all[0], all[2]])
        #expect(try folder.document(traces: ["b/*.pcap"]).traces.map(\.path) == Array(all.prefix(2)))
        #expect(try folder.document(traces: ["b/**/*.pcap"]).traces.map(\.path) == all)
    }
}
