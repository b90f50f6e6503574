import Foundation
import Glibc
import Testing
import _TestSupport

@Suite("Captures that are still being written are followed", .serialized)
struct FollowTests {
    private static let capture = Fixture("transfer/blind-declined").path

    /// Starts the program in a folder, and waits until it says that it follows.
    private static func start(_ words: [String], in folder: TemporaryFolder) throws -> RunningProgram {
        let running = try Program(SIPWatch.path).start(["--follow"] + words, in: folder.path)
        #expect(running.wait { $0.errors.contains("; Ctrl-C ends and sums up\n") })
        return running
    }

    @Test("What is appended is shown as it comes, and Ctrl-C sums up")
    func aGrowingFile() throws {
        let folder = try TemporaryFolder()
        let whole = try #require(FileManager.default.contents(atPath: Self.capture))
        // The first part ends within a record.
        let middle = whole.count / 2
        try folder.write([UInt8](whole[..<middle]), "t.pcap")
        let running = try Self.start(["t.pcap", "-w", "saved.pcapng"], in: folder)
        #expect(running.wait { $0.output.contains("INVITE") })
        #expect(!running.output.contains("transfer/failed"))
        let file = try #require(FileHandle(forWritingAtPath: folder.path + "/t.pcap"))
        try file.seekToEnd()
        try file.write(contentsOf: whole[middle...])
        try file.close()
        #expect(running.wait { $0.output.contains("transfer/failed") })
        running.signal(SIGINT)
        let ended = running.wait(limit: 10)
        #expect(ended.status == 0)
        #expect(ended.output.contains("\nt.pcap: 18 frames, "))
        #expect(ended.output.contains("Calls: 1 (answered 1)\nFindings: error 1, info 1\n"))
        #expect(try SIPWatch.run("saved.pcapng", in: folder.path).output.hasPrefix("saved.pcapng: 18 frames, "))
    }

    @Test("A pipe is followed, too, and its end is the end")
    func aPipe() throws {
        let ended = try SIPWatch.shell("(cat '\(Self.capture)'; sleep 0.3) | sipwatch --follow -")
        #expect(ended.status == 0)
        #expect(ended.output.contains("transfer/failed"))
        #expect(ended.output.contains("\n-: 18 frames, "))
    }

    @Test("Ctrl-C ends the reading of standard input, and the report comes", arguments: [SIGINT, SIGTERM])
    func standardInput(_ number: Int32) throws {
        let folder = try TemporaryFolder()
        // The shell, and then the program, holds the pipe open, so that it never ends.
        let running = try Program("/bin/bash").start(
            [
                "-c",
                "mkfifo p; exec 5<>p; cat '\(Self.capture)' >&5; echo >&2 filled; exec '\(SIPWatch.path)' -q - <&5",
            ],
            in: folder.path)
        #expect(running.wait { $0.errors.contains("filled") })
        usleep(1_000_000)
        #expect(running.output.isEmpty)
        running.signal(number)
        let ended = running.wait(limit: 10)
        #expect(ended.status == 0)
        #expect(ended.output.hasPrefix("-: 18 frames, "))
        #expect(ended.output.contains("2 findings: 1 error, 1 info"))
    }

    @Test(
        "What makes no sense without an end is refused",
        arguments: [(["--call", "1"], "leave --call out"), (["-f", "json"], "use -f jsonl")])
    func refused(_ words: [String], _ advice: String) throws {
        let ended = try SIPWatch.run(["--follow"] + words + [Self.capture])
        #expect(ended.status == 2)
        #expect(ended.errors.contains(advice))
        #expect(ended.errorLines.count == 1)
    }
}
