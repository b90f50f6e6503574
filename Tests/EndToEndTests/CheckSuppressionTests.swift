import Testing
import TraceTypes
import _TestSupport

@Suite("Suppressions let findings pass for a reason, and until a day")
struct CheckSuppressionTests {
    @Test(
        "In a file of expectations",
        arguments: [
            ("{rule: auth/loop, reason: the lab's server}", "suppressed", nil, 0, 0),
            ("{rule: auth, reason: known, until: 2999-12-31}", "suppressed", nil, 0, 0),
            ("{rule: auth, reason: known, until: 2020-01-01}", "new", "suppression/expired", 1, 1),
            ("{rule: auth, reason: known, call: 2}", "new", "suppression/unused", 1, 1),
            ("[{rule: auth, reason: a}, {rule: redirect, reason: b}]", "suppressed", "suppression/unused", 0, 1),
            (
                "[{rule: auth, reason: a}, {rule: auth, reason: b, until: 2020-01-01}]", "suppressed",
                "suppression/expired", 0, 1
            ),
        ] as [(String, String, String?, Int32, Int32)])
    func file(entries: String, standing: String, problem: String?, status: Int32, strict: Int32) throws {
        let folder = try CheckFolder("call/auth-loop", expecting: "suppress: \(entries)")
        let document = try folder.document()
        #expect(document.exitStatus == status)
        #expect(document.findings.map(\.standing) == [standing])
        #expect(document.problems.map(\.kind) == [problem].compactMap { $0 })
        #expect(document.problems.allSatisfy { $0.position?.line == 1 && !$0.fails })
        #expect(try folder.check("--fail-on", "warning", "trace.pcap").status == strict)
    }

    @Test(
        "What says not why, or not what, cannot be read",
        arguments: [
            ("{rule: auth}", "needs 'reason'"), ("{reason: known}", "needs 'rule'"),
            ("{rule: auth, reason: ' '}", "'reason' wants a text that says why"),
            ("{rule: auht, reason: known}", "did you mean 'auth'?"),
            ("{rule: auth, reason: known, until: 2027-02-29}", "'until' wants a day of the calendar"),
            ("{rule: auth, reason: known, untill: 2027-01-01}", "did you mean 'until'?"),
        ])
    func unreadable(entry: String, words: String) throws {
        let ended = try CheckFolder("call/auth-loop", expecting: "suppress:\n  - \(entry)\n").check("trace.pcap")
        #expect(ended.status == 2)
        #expect(ended.errorLines.count == 1 && ended.errors.hasPrefix("sipwatch: trace.sipwatch.yaml:2:"))
        #expect(ended.errors.contains(words), "\(ended.errors)")
    }

    @Test(
        "In a packet comment, for what rests on that frame",
        arguments: [
            (4, "sipwatch: ignore auth/loop reason=\"the lab's server\"", "suppressed", nil, 0),
            (4, "A note.\nsipwatch: ignore auth reason=known until=2999-12-31", "suppressed", nil, 0),
            (1, "sipwatch: ignore auth/loop reason=known", "new", "suppression/unused", 1),
            (4, "sipwatch: ignore auth/loop", "new", "suppression/bad", 1),
            (4, "sipwatch: ignore auth/lop reason=known", "new", "suppression/bad", 1),
            (4, "sipwatch: silence auth/loop reason=known", "new", "suppression/bad", 1),
            (4, "sipwatch: ignore auth/loop reason=known until=2020-01-01", "new", "suppression/expired", 1),
            (4, "sipwatch: ignore auth/loop reason=known until=soon", "new", "suppression/bad", 1),
            (4, "nothing to do with sipwatch: ignore auth/loop reason=known", "new", nil, 1),
        ] as [(Int, String, String, String?, Int32)])
    func comment(frame: Int, comment: String, standing: String, problem: String?, status: Int32) throws {
        let folder = try CheckFolder()
        try folder.write(Self.capture("call/auth-loop", comments: [frame: comment]), "trace.pcapng")
        let document = try folder.document(traces: ["trace.pcapng"])
        #expect(document.exitStatus == status)
        #expect(document.findings.map(\.standing) == [standing])
        #expect(document.problems.map(\.kind) == [problem].compactMap { $0 })
        #expect(document.problems.allSatisfy { $0.message.contains("frame \(frame)") || $0.frames == [frame] })
        let strict = try folder.check("--fail-on", "warning", "trace.pcapng")
        #expect(strict.status == (standing == "suppressed" ? 0 : 1))
        #expect(problem == nil || strict.output.contains("error \(problem ?? "")"))
    }

    @Test("A hostile comment steers no terminal")
    func hostile() throws {
        let folder = try CheckFolder()
        let comment = "sipwatch: ignore \u{1B}[31m\u{202E}auth reason=\"\u{7}\""
        try folder.write(Self.capture("call/auth-loop", comments: [4: comment]), "trace.pcapng")
        for format in ["text", "json", "jsonl", "junit", "sarif", "github", "gitlab", "tap", "markdown"] {
            let ended = try folder.check("--format", format, "trace.pcapng")
            #expect(ended.status == 1)
            #expect(HostileCapture.steering(in: ended.outputBytes).isEmpty, "\(format)")
        }
    }

    /// A fixture as pcapng, with comments on some of its frames, by their numbers.
    private static func capture(_ fixture: String, comments: [Int: String]) throws -> [UInt8] {
        let captured = try #require(CapturedFrames(path: Fixture(fixture).path))
        var builder = PcapngBuilder()
        builder.addInterface(captured.linkType)
        for (index, frame) in captured.frames.enumerated() {
            let comment = comments[index + 1].map { [(code: UInt16(1), value: PcapngBuilder.Value.text($0))] } ?? []
            builder.addPacket(frame.bytes, ticks: UInt64(frame.time.nanoseconds / 1_000), comment)
        }
        return builder.bytes
    }
}
