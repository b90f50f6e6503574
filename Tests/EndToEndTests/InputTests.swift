import Testing
import _TestSupport

@Suite("Captures come from files, pipes and standard input, one or several")
struct InputTests {
    private static let capture = Fixture("transfer/blind-declined").path

    /// A report without what names its input.
    private static func body(_ text: String) -> [Substring] {
        Array(text.split(separator: "\n").drop { !$0.hasPrefix("Frames:") })
    }

    @Test(
        "Standard input gives what the file gives",
        arguments: [
            "sipwatch - < '\(capture)'", "cat '\(capture)' | sipwatch -", "sipwatch - < <(cat '\(capture)')",
        ])
    func standardInput(line: String) throws {
        let ended = try SIPWatch.shell(line)
        #expect(ended.status == 0)
        #expect(ended.errors.isEmpty)
        #expect(ended.output.hasPrefix("-: 18 frames, "))
        let expected = Self.body(try SIPWatch.run(Self.capture).output)
        #expect(Self.body(ended.output) == expected)
        #expect(expected.count > 20)
    }

    @Test("Two halves of a call, in either order, are the call")
    func merged() throws {
        let whole = try #require(CapturedFrames(path: Self.capture))
        let folder = try TemporaryFolder()
        let indices = whole.frames.indices
        try folder.write(whole.file(indices), "whole.pcap")
        try folder.write(whole.file(indices.filter { $0 % 3 == 0 }), "third.pcap")
        try folder.write(whole.file(indices.filter { $0 % 3 != 0 }), "rest.pcap")
        let expected = Self.body(try SIPWatch.run("whole.pcap", in: folder.path).output)
        for files in [["third.pcap", "rest.pcap"], ["rest.pcap", "third.pcap"]] {
            let ended = try SIPWatch.run(files, in: folder.path)
            #expect(Self.body(ended.output) == expected)
        }
        let half = Self.body(try SIPWatch.run("third.pcap", in: folder.path).output)
        #expect(half != expected)
    }

    @Test("Two captures side by side keep their calls apart")
    func sideBySide() throws {
        let report = try ReportDocument(of: Self.capture, Fixture("call/declined-603").path)
        #expect(report.capture.files.count == 2)
        #expect(report.calls.map(\.outcome).sorted() == ["answered", "declined"])
        #expect(report.findings.map(\.rule) == ["transfer/failed", "transfer/deprecated-202"])
    }

    @Test("--count ends reading", arguments: [(5, 5), (18, 18), (1000, 18)])
    func count(limit: Int, read: Int) throws {
        let ended = try SIPWatch.run("--count", "\(limit)", "--format", "json", Self.capture)
        #expect(try ReportDocument(ended.outputBytes).capture.frames == read)
    }

    @Test("A reader that closes the pipe ends the program quietly", arguments: ["", "trap '' PIPE; "])
    func closedPipe(setting: String) throws {
        let ended = try SIPWatch.shell("\(setting)sipwatch '\(Self.capture)' | head -1; true")
        #expect(ended.errors.isEmpty)
        #expect(ended.output.split(separator: "\n").count == 1)
        let full = try SIPWatch.shell(
            "\(setting)(sleep 0.2; sipwatch -f json '\(Self.capture)'; echo $? >&2) | true; sleep 1")
        #expect(full.output.isEmpty)
        #expect(["141\n", "0\n"].contains(full.errors), "\(full.errors)")
    }

    @Test("A call is shown alone, by number or Call-ID")
    func selected() throws {
        let captures = [Fixture("transfer/attended-replaces").path, Fixture("call/declined-603").path]
        let first = try SIPWatch.run(["--format", "json"] + captures)
        let report = try ReportDocument(first.outputBytes)
        let number = try #require(report.calls.firstIndex { $0.callIDs.contains("consultation@192.0.2.10") })
        for selector in ["\(report.calls[number].id)", "consultation@192.0.2.10"] {
            let ended = try SIPWatch.run(["--call", selector] + captures)
            #expect(ended.status == 0)
            #expect(
                ended.output.contains("Call \(report.calls[number].id): sip:alice@example.com → sip:bob@example.com"))
            #expect(!ended.output.contains("Call \(report.calls[1 - number].id):"))
        }
    }

    @Test(
        "Color is for terminals, and for those who insist",
        arguments: [
            ("auto", false), ("never", false), ("always", true),
        ])
    func color(mode: String, isColored: Bool) throws {
        let ended = try SIPWatch.run(["--color", mode, Self.capture], environment: ["NO_COLOR": ""])
        #expect(ended.output.contains("\u{1B}[") == isColored)
    }
}
