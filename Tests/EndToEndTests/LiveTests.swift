import Foundation
import Glibc
import Testing
import _TestSupport

@Suite("Live on lo", .serialized, .enabled(if: LiveWatch.isPermitted, "capturing on lo is not permitted"))
struct LiveTests {
    /// The first of a few ports that no other test uses.
    private static let port = UInt16.random(in: 300...590) * 100

    private static func filter(_ ports: ClosedRange<UInt16>) -> String {
        "udp portrange \(ports.lowerBound)-\(ports.upperBound)"
    }

    @Test(
        "SIPp's calls, watched live, are those of the file recorded beside",
        .enabled(if: Program.areInstalled("sipp", "tcpdump"), "sipp and tcpdump are not installed"))
    func sameAsTheFile() throws {
        let folder = try TemporaryFolder()
        let ports = Self.port...(Self.port + 9)
        let filter = Self.filter(ports)
        let text = try LiveWatch([], filter: filter)
        let lines = try LiveWatch(["--format", "jsonl"], filter: filter)
        let tcpdump = try (Program.installed("tcpdump") ?? Program("tcpdump")).start(
            ["-i", "lo", "-U", "--immediate-mode", "-Z", "root", "-w", "lo.pcap", filter], in: folder.path)
        #expect(tcpdump.wait { $0.errors.contains("listening on lo") })
        for failure in try Self.play(ports.lowerBound, in: folder.path) { Issue.record("\(failure)") }
        usleep(300_000)
        tcpdump.signal(SIGTERM)
        #expect(tcpdump.wait(limit: 10).status == 0)
        let (live, shown) = (lines.stop(), text.stop())
        #expect(live.status == 0)
        #expect(shown.status == 0)

        let file = try SIPWatch.run("--format", "jsonl", "lo.pcap", in: folder.path)
        let expected = try LiveCall.list(file.output)
        #expect(try LiveCall.list(live.output) == expected)
        #expect(expected.map(\.outcome).sorted() == ["answered", "answered", "cancelled", "declined"])
        #expect(expected.flatMap(\.transfers) == ["failed 603"])
        #expect(expected.flatMap(\.rules) == ["transfer/failed", "transfer/deprecated-202"])

        #expect(shown.output.contains(" error transfer/failed (proven): "))
        #expect(shown.output.contains("Calls: 4 (answered 2, cancelled 1, declined 1)\nFindings: error 1, info 1\n"))
        let account = try SIPWatch.run("lo.pcap", in: folder.path).output.split(separator: "\n")
        for line in account[1...2] { #expect(shown.output.contains(line)) }
    }

    /// An answered call, one cancelled, one declined, and one transferred to somebody who declines.
    private static func play(_ port: UInt16, in folder: String) throws -> [String] {
        let declined = ["-key", "status", "SIP/2.0 603 Decline"]
        var parties = [
            try SIPpParty("uas-answers", port: port, in: folder),
            try SIPpParty("uas-rings", port: port + 1, in: folder),
            try SIPpParty("uas-rings-and-refuses", port: port + 2, in: folder, ["-d", "200"] + declined),
            try SIPpParty("uas-rings-and-refuses", port: port + 3, in: folder, ["-d", "200"] + declined),
            try SIPpParty(
                "transferee", port: port + 4, in: folder,
                ["-d", "1200", "-key", "accepted", "SIP/2.0 202 Accepted", "-key", "final", "SIP/2.0 603 Decline"]),
        ]
        usleep(300_000)
        parties += [
            try SIPpParty("uac-calls", port: port + 5, target: port, in: folder, ["-d", "500"]),
            try SIPpParty("uac-cancels", port: port + 6, target: port + 1, in: folder, ["-d", "500"]),
            try SIPpParty("uac-refused", port: port + 7, target: port + 2, in: folder, ["-d", "100"]),
            try SIPpParty(
                "transferor", port: port + 8, target: port + 4, in: folder,
                ["-key", "refer_to", "sip:carol@127.0.0.1:\(port + 3)"]),
        ]
        for _ in 0..<500 where !FileManager.default.fileExists(atPath: folder + "/refer-came") { usleep(20_000) }
        parties.append(
            try SIPpParty(
                "uac-refused", port: port + 9, target: port + 3, in: folder,
                ["-d", "100", "-key", "extra", "Referred-By: <sip:transferor@example.com>"]))
        return parties.compactMap { $0.failure() }
    }

    @Test("Hostile messages are shown harmlessly as they come")
    func hostile() throws {
        let port = Self.port + 20
        let watch = try LiveWatch([], filter: Self.filter(port...port))
        let folder = try TemporaryFolder()
        for (index, message) in HostileCapture.scenario.messages.enumerated() where message.bytes.count < 4000 {
            try folder.write(message.bytes, "\(index)")
            _ = try SIPWatch.shell("cat \(index) > /dev/udp/127.0.0.1/\(port)", in: folder.path)
        }
        #expect(watch.running.wait { $0.output.contains("INVITE") })
        let ended = watch.stop()
        #expect(ended.status == 0)
        #expect(HostileCapture.steering(in: ended.outputBytes).isEmpty)
        #expect(ended.output.split(separator: "\n").count > 5)
    }

    @Test func duration() throws {
        let start = Date()
        let ended = try SIPWatch.run(
            ["-i", "lo", "--duration", "1s", "--quiet"] + Self.filter(9...9).split(separator: " ").map(String.init))
        let time = Date().timeIntervalSince(start)
        #expect((1...6).contains(time))
        #expect(ended.status == 0)
        #expect(ended.errors.isEmpty)
        #expect(ended.output.contains("Calls: 0\nFindings: none\n"))
    }

    @Test func count() throws {
        let port = Self.port + 30
        let watch = try LiveWatch(["--count", "3"], filter: Self.filter(port...port))
        let ended = try SIPWatch.shell("for n in 1 2 3 4 5; do echo $n > /dev/udp/127.0.0.1/\(port); done")
        #expect(ended.status == 0)
        let stopped = watch.running.wait(limit: 10)
        #expect(stopped.status == 0)
        #expect(stopped.output.contains("Frames: 0 SIP, 3 other (udp 3)\n"))
    }

    @Test("SIGTERM sums up, too", arguments: [SIGINT, SIGTERM])
    func signals(number: Int32) throws {
        let watch = try LiveWatch([], filter: Self.filter(9...9))
        watch.running.signal(number)
        let ended = watch.running.wait(limit: 10)
        #expect(ended.status == 0)
        #expect(ended.output.contains("lo: 0 frames\n"))
    }
}
