import Foundation
import Glibc
import Testing
import _TestSupport

@Suite("Live, files follow each other and are reopened", .serialized, .enabled(if: LiveWatch.isPermitted))
struct LiveOutputTests {
    private static let port = UInt16.random(in: 600...640) * 100

    /// A folder that anybody may write to, as the program does once it has given up its privileges.
    private static func openFolder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder.path)
        return folder
    }

    /// Sends datagrams of about a kilobyte.
    private static func send(_ count: Int, to port: UInt16) throws {
        let line =
            "x=$(head -c 1000 /dev/zero | tr '\\0' x); for i in $(seq \(count)); do echo $x > /dev/udp/127.0.0.1/\(port); done"
        #expect(try SIPWatch.shell(line).status == 0)
    }

    /// How many frames tshark sees in a file; nil where it complains.
    private static func count(_ file: String) throws -> Int? {
        let ended = try (Program.installed("tshark") ?? Program("tshark")).run(["-r", file])
        let complaints = ended.errorLines.filter { !$0.hasPrefix("Running as user") }
        return ended.status == 0 && complaints.isEmpty ? ended.output.split(separator: "\n").count : nil
    }

    @Test("Rotation by size keeps the newest files, each whole", .enabled(if: Program.areInstalled("tshark")))
    func rotation() throws {
        let folder = try Self.openFolder()
        let port = Self.port
        let watch = try LiveWatch(
            ["-w", folder.path + "/t.pcapng", "-C", "5k", "-W", "3"], filter: "udp port \(port)")
        try Self.send(20, to: port)
        #expect(watch.running.wait { _ in ((try? Self.names(folder)) ?? []).contains { $0.hasPrefix("t_00005_") } })
        let ended = watch.stop()
        #expect(ended.status == 0)
        let names = try Self.names(folder)
        #expect(names.map { $0.prefix(8) } == ["t_00003_", "t_00004_", "t_00005_"])
        #expect(try names.map { try Self.count("\(folder.path)/\($0)") } == [4, 4, 4])
    }

    private static func names(_ folder: TemporaryFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("t_") }.sorted()
    }

    @Test("SIGHUP goes on in new files, SIGUSR1 shows the account", .enabled(if: Program.areInstalled("tshark")))
    func signals() throws {
        let folder = try Self.openFolder()
        let port = Self.port + 1
        let watch = try LiveWatch(
            ["-w", folder.path + "/t.pcapng", "-o", folder.path + "/report"], filter: "udp port \(port)")
        try Self.send(3, to: port)
        for _ in 0..<50 where !watch.running.errors.contains("lo: 3 frames") {
            watch.running.signal(SIGUSR1)
            usleep(100_000)
        }
        #expect(watch.running.errors.contains("lo: 3 frames"))
        #expect(watch.running.errors.contains("Frames: 0 SIP, 3 other (udp 3)\n"))
        for name in ["t.pcapng", "report"] {
            try FileManager.default.moveItem(atPath: "\(folder.path)/\(name)", toPath: "\(folder.path)/old-\(name)")
        }
        watch.running.signal(SIGHUP)
        #expect(watch.running.wait { _ in FileManager.default.fileExists(atPath: folder.path + "/report") })
        #expect(watch.running.wait { _ in FileManager.default.fileExists(atPath: folder.path + "/t.pcapng") })
        try Self.send(2, to: port)
        let ended = watch.stop()
        #expect(ended.status == 0)
        #expect(ended.output.isEmpty)
        #expect(try Self.count(folder.path + "/old-t.pcapng") == 3)
        #expect(try Self.count(folder.path + "/t.pcapng") == 2)
        #expect(folder.text("report").contains("lo: 5 frames"))
        #expect(folder.text("old-report").isEmpty)
    }

    @Test("Frames go down a pipe while they come")
    func pipe() throws {
        let folder = try TemporaryFolder()
        let port = Self.port + 2
        let line =
            "sipwatch -i lo --count 3 -w - udp port \(port) > out.pcapng & "
            + "for i in $(seq 100); do echo x > /dev/udp/127.0.0.1/\(port); sleep 0.1; [ -d /proc/$! ] || break; done; wait $!"
        let ended = try SIPWatch.shell(line, in: folder.path)
        #expect(ended.status == 0)
        #expect(ended.output.isEmpty)
        #expect(ended.errors.contains("Frames: 0 SIP, 3 other (udp 3)\n"))
        #expect(try SIPWatch.run("out.pcapng", in: folder.path).output.hasPrefix("out.pcapng: 3 frames"))
    }

    @Test("A second Ctrl-C ends at once, even while nobody reads the output")
    func impatience() throws {
        let folder = try TemporaryFolder()
        let port = Self.port + 3
        // The shell, and then the program, holds the pipe open, so that it is filled and never read.
        let running = try Program("/bin/bash").start(
            ["-c", "mkfifo p; exec 5<>p; exec '\(SIPWatch.path)' -i lo -f jsonl udp port \(port) >&5"], in: folder.path)
        #expect(running.wait { $0.errors.contains("watching lo") })
        let script = """
            for i in $(seq 400); do
                printf 'OPTIONS sip:a SIP/2.0\\r\\nCall-ID: %s\\r\\nCSeq: 1 OPTIONS\\r\\nl: 0\\r\\n\\r\\n' $i > m
                cat m > /dev/udp/127.0.0.1/\(port)
            done
            """
        let sending = try SIPWatch.shell(script, in: folder.path)
        #expect(sending.status == 0)
        running.signal(SIGINT)
        usleep(700_000)
        running.signal(SIGINT)
        #expect(running.wait(limit: 10).status == 128 + SIGINT)
    }
}
