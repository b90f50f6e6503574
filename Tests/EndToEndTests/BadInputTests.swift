import Glibc
import Testing
import _TestSupport

@Suite("Bad input gets one line that says what is wrong and what to do, and status 2")
struct BadInputTests {
    @Test(arguments: BadInput.files + BadInput.usage)
    func complaint(_ input: BadInput) throws {
        let folder = try BadInput.folder()
        let ended = try SIPWatch.run(input.arguments, in: folder.path)
        #expect(ended.errors == input.errors)
        #expect(ended.output.isEmpty)
        #expect(ended.status == 2)
    }

    @Test(
        "What is nearly the same works",
        arguments: [
            ["good.pcap"], ["./good.pcap"], ["analyze", "good.pcap"], ["good.pcap", "other.pcap"], ["other.pcap"],
            ["--call", "1", "good.pcap"], ["--format", "json", "good.pcap"], ["check", "good.pcap"],
            ["check", "good.pcap", "./good.pcap"], ["check", "--fail-on", "info", "good.pcap"], ["explain", "699"],
            ["explain", "transfer/failed"], ["compare", "603", "608"], ["rules", "transfer/no-notify"],
            ["completions", "bash"],
        ])
    func nearMiss(_ arguments: [String]) throws {
        let folder = try BadInput.folder()
        let ended = try SIPWatch.run(arguments, in: folder.path)
        #expect(ended.errors.isEmpty)
        #expect(!ended.output.isEmpty)
        #expect(ended.status == 0)
    }

    @Test("A capture cut in the middle of a record is reported as far as it goes, and the account says so")
    func cut() throws {
        let whole = try #require(CapturedFrames(path: Fixture("call/answered").path))
        let folder = try TemporaryFolder()
        try folder.write(whole.file(0..<5).dropLast(100) + [], "cut.pcap")
        try folder.write(whole.file(0..<4), "four.pcap")
        let text = try SIPWatch.run("cut.pcap", in: folder.path)
        #expect(text.status == 0)
        #expect(text.errors.isEmpty)
        #expect(text.output.contains("cut.pcap: cut in the middle of a record"))
        #expect(text.output.contains("all before that was read"))
        let cut = try ReportDocument(of: "cut.pcap", in: folder.path)
        let four = try ReportDocument(of: "four.pcap", in: folder.path)
        #expect(cut.capture.files.map { $0.cut != nil } == [true])
        #expect(four.capture.files.map { $0.cut != nil } == [false])
        #expect(cut.capture.frames == 4)
        #expect(cut.messages == four.messages)
        #expect(cut.calls.map(\.outcome) == ["answered"])
    }

    @Test("A capture without SIP: what was found instead")
    func withoutSIP() throws {
        let ended = try SIPWatch.run(Fixture("mixed/not-sip").path)
        #expect(ended.status == 0)
        #expect(ended.output.contains("No SIP in what was read."))
        #expect(ended.output.contains("Frames: 0 SIP, 18 other (tcp-without-data 9, udp 4, arp 2, http 2, tcp 1)"))
    }

    @Test(.enabled(if: mayRunAsNobody, "the program cannot be run by another user here"))
    func aFileOfSomebodyElse() throws {
        let folder = try TemporaryFolder()
        try folder.copy(Fixture("call/answered").path, as: "private.pcap")
        try folder.lock("private.pcap")
        let ended = try Self.asNobody(["private.pcap"], in: folder.path)
        #expect(
            ended.errors
                == "sipwatch: private.pcap: no permission to read it; run as its owner, "
                + "or: sudo chmod a+r private.pcap\n")
        #expect(ended.output.isEmpty)
        #expect(ended.status == 2)
    }

    @Test(
        "No permission to capture: the setcap line",
        .enabled(if: mayRunAsNobody, "the program cannot be run by another user here"), arguments: ["lo", "any"])
    func noPermission(device: String) throws {
        let ended = try Self.asNobody(["-i", device], in: "/")
        #expect(
            ended.errors
                == "sipwatch: \(device): no permission to capture; run as root, or once: "
                + "sudo setcap cap_net_raw,cap_net_admin+ep $(command -v sipwatch)\n")
        #expect(ended.output.isEmpty)
        #expect(ended.status == 2)
    }

    @Test(
        .enabled(if: LiveWatch.isPermitted, "capturing on lo is not permitted"),
        arguments: [
            (["-i", "looo"], "looo: no such device; did you mean lo?"),
            (
                ["-i", "lo", "udp", "prot", "5060"],
                "filter \"udp prot 5060\": can't parse filter expression: syntax error"
            ),
        ])
    func badCapture(arguments: [String], complaint: String) throws {
        let ended = try SIPWatch.run(arguments)
        #expect(ended.errorLines.count == 1)
        #expect(ended.errors.hasPrefix("sipwatch: \(complaint)"))
        #expect(ended.output.isEmpty)
        #expect(ended.status == 2)
    }

    /// Root has to give up its privileges for these tests, and the program may lie in a folder that is root's alone.
    private static let mayRunAsNobody = (try? asNobody(["--version"], in: "/"))?.status == 0

    /// Runs the program without root's privileges.
    private static func asNobody(_ arguments: [String], in folder: String) throws -> Ended {
        guard geteuid() == 0 else { return try SIPWatch.run(arguments, in: folder) }
        let setpriv = try #require(Program.installed("setpriv"))
        return try setpriv.run(
            ["--reuid=65534", "--regid=65534", "--clear-groups", "--bounding-set=-all", SIPWatch.path] + arguments,
            in: folder)
    }
}
