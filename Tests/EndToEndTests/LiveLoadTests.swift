import Foundation
import Glibc
import Testing
import _TestSupport

@Suite("Many calls at once are all seen", .serialized, .enabled(if: LiveWatch.isPermitted))
struct LiveLoadTests {
    private static let port = UInt16.random(in: 641...649) * 100

    @Test("As many messages as SIPp counts", .enabled(if: Program.areInstalled("sipp")))
    func calls() throws {
        let folder = try TemporaryFolder()
        let sipp = try #require(Program.installed("sipp"))
        let filter = "udp portrange \(Self.port)-\(Self.port + 1)"
        let watch = try LiveWatch(["--quiet"], filter: filter, waitsForStart: false)
        usleep(1_000_000)
        let common = ["-i", "127.0.0.1", "-nostdin", "-m", "600", "-timeout", "60", "-trace_stat", "-fd", "1"]
        let callee = try sipp.start(["-sn", "uas", "-p", "\(Self.port)"] + common, in: folder.path)
        usleep(500_000)
        let caller = try sipp.start(
            ["-sn", "uac", "127.0.0.1:\(Self.port)", "-p", "\(Self.port + 1)", "-r", "200"] + common, in: folder.path)
        #expect(caller.wait(limit: 60).status == 0)
        #expect(callee.wait(limit: 60).status == 0)
        let ended = watch.stop()
        #expect(ended.status == 0)
        let retransmissions = try Self.retransmissions(folder)
        let messages = 600 * 6 + retransmissions
        let lines = ended.output.split(separator: "\n")
        #expect(lines.contains("Frames: \(messages) SIP"))
        #expect(lines.contains { $0.hasPrefix("Messages: \(messages) (ACK 600") } || retransmissions > 0)
        #expect(lines.contains("Calls: 600 (answered 600)"))
        #expect(!ended.output.contains("dropped"))
        #expect(ended.errors.isEmpty)
    }

    /// How many messages SIPp says both sides sent again.
    private static func retransmissions(_ folder: TemporaryFolder) throws -> Int {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix("_.csv") }
        #expect(names.count == 2)
        return try names.map { name in
            let rows = folder.text(name).split(separator: "\n").map {
                $0.split(separator: ";", omittingEmptySubsequences: false)
            }
            let column = try #require(rows.first?.firstIndex(of: "Retransmissions(C)"))
            return Int(try #require(rows.last)[column]) ?? 0
        }.reduce(0, +)
    }

    @Test("Frames that the kernel drops are told of as it happens, with advice, and in the account")
    func drops() throws {
        let port = Self.port + 7
        let watch = try LiveWatch(["-B", "64"], filter: "udp port \(port)")
        watch.running.signal(SIGSTOP)
        let line =
            "x=$(head -c 1000 /dev/zero | tr '\\0' x); for i in $(seq 500); do echo $x > /dev/udp/127.0.0.1/\(port); done"
        #expect(try SIPWatch.shell(line).status == 0)
        watch.running.signal(SIGCONT)
        #expect(watch.running.wait { $0.errors.contains("with -B 256, or use a narrower filter\n") })
        #expect(watch.running.errors.contains("sipwatch: lo: the kernel dropped "))
        let ended = watch.stop()
        #expect(ended.status == 0)
        #expect(ended.output.contains("frames dropped by the kernel\n"))
    }

    @Test("Each device has its account, and all share the calls")
    func severalDevices() throws {
        let port = Self.port + 5
        let watch = try LiveWatch(["-i", "any"], filter: "udp port \(port)", devices: "lo, any")
        #expect(try SIPWatch.shell("for i in 1 2 3; do echo x > /dev/udp/127.0.0.1/\(port); done").status == 0)
        usleep(300_000)
        let ended = watch.stop()
        #expect(ended.status == 0)
        let lines = ended.output.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("lo: 3 frames, ") })
        #expect(lines.contains { $0.hasPrefix("any: 3 frames, ") })
        #expect(lines.contains("Frames: 0 SIP, 6 other (udp 6)"))
    }

    @Test(
        "A device that goes away ends the capture with the report, and with 2",
        .enabled(if: geteuid() == 0 && Program.areInstalled("ip")))
    func aLostDevice() throws {
        let ip = try #require(Program.installed("ip"))
        let name = "sw\(UInt32.random(in: 0...999_999))"
        try #require(ip.run(["link", "add", name, "type", "veth", "peer", "name", "p" + name]).status == 0)
        defer { _ = try? ip.run(["link", "del", name]) }
        #expect(try ip.run(["link", "set", name, "up"]).status == 0)
        let running = try Program(SIPWatch.path).start(["-i", name, "udp", "port", "9"])
        #expect(running.wait { $0.errors.contains("watching \(name)") })
        #expect(try ip.run(["link", "del", name]).status == 0)
        let ended = running.wait(limit: 10)
        #expect(ended.status == 2)
        #expect(ended.errors.contains("sipwatch: \(name): the capture failed ("))
        #expect(ended.output.contains("\(name): 0 frames\n"))
    }

    @Test(
        "What a device cannot do is one line with advice",
        arguments: [
            (["-j", "sundial"], "lo: cannot take the time of frames from sundial; it has: host"),
            (["-i", "looo"], "looo: no such device; did you mean lo? "),
        ])
    func refused(_ options: [String], _ beginning: String) throws {
        let ended = try SIPWatch.run(["-i", "lo"] + options)
        #expect(ended.status == 2)
        #expect(ended.errors.hasPrefix("sipwatch: " + beginning))
        #expect(ended.errorLines.count == 1)
    }
}
