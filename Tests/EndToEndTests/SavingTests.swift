import Foundation
import Testing
import _TestSupport

@Suite("Frames of captures are saved")
struct SavingTests {
    private static let capture = Fixture("transfer/blind-declined").path
    private static let other = Fixture("call/declined-603").path

    /// Time, length, and what tshark sees in each frame of a file.
    private static func frames(_ file: String, in folder: TemporaryFolder) throws -> [String] {
        let fields = ["frame.time_epoch", "frame.len", "sip.Call-ID", "sip.CSeq", "sip.Status-Code"]
        let ended = try (Program.installed("tshark") ?? Program("tshark")).run(
            ["-r", file, "-T", "fields"] + fields.flatMap { ["-e", $0] }, in: folder.path)
        #expect(ended.status == 0)
        return ended.output.split(separator: "\n").map(String.init)
    }

    @Test("All frames, merged by time", .enabled(if: Program.areInstalled("tshark", "mergecap")))
    func allFrames() throws {
        let folder = try TemporaryFolder()
        let plain = try SIPWatch.run([Self.capture, Self.other], in: folder.path)
        let ended = try SIPWatch.run([Self.capture, "-w", "out.pcapng", Self.other], in: folder.path)
        #expect(ended.status == 0)
        #expect(ended.errors.isEmpty)
        #expect(ended.output == plain.output)
        let merged = try (Program.installed("mergecap") ?? Program("mergecap")).run(
            ["-w", "merged.pcapng", Self.capture, Self.other], in: folder.path)
        #expect(merged.status == 0)
        let saved = try Self.frames("out.pcapng", in: folder)
        #expect(saved == (try Self.frames("merged.pcapng", in: folder)))
        #expect(saved.count > 20)
    }

    @Test("What is saved is analyzed to the same report")
    func sameReport() throws {
        let folder = try TemporaryFolder()
        _ = try SIPWatch.run([Self.capture, "-w", "out.pcapng"], in: folder.path)
        let (again, first) = try (SIPWatch.run("out.pcapng", in: folder.path), SIPWatch.run(Self.capture))
        #expect(again.output.split(separator: "\n").dropFirst() == first.output.split(separator: "\n").dropFirst())
    }

    @Test("One call's frames alone", .enabled(if: Program.areInstalled("tshark")))
    func oneCall() throws {
        let folder = try TemporaryFolder()
        let ended = try SIPWatch.run(
            ["--call", "2", "-w", "out.pcapng", Self.capture, Self.other], in: folder.path)
        #expect(ended.status == 0)
        #expect(ended.output.contains("Call 2"))
        let saved = try Self.frames("out.pcapng", in: folder)
        let all = try Self.frames(Self.capture, in: folder) + Self.frames(Self.other, in: folder)
        let report = try ReportDocument(of: Self.capture, Self.other)
        let callIDs = try #require(report.calls.first { $0.id == 2 }).callIDs
        #expect(saved == all.filter { line in callIDs.contains { line.contains($0) } })
        #expect(saved.count < all.count)
    }

    @Test(arguments: ["text", "json", "jsonl"])
    func anUnknownCallWritesNothing(_ format: String) throws {
        let folder = try TemporaryFolder()
        let ended = try SIPWatch.run(["--call", "77", "-f", format, "-w", "out.pcapng", Self.capture], in: folder.path)
        #expect(ended.status == 2)
        #expect(ended.errors.hasPrefix("sipwatch: no such call"))
        #expect(ended.errorLines.count == 1)
        #expect(format == "jsonl" || ended.output.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/out.pcapng"))
    }

    @Test("A pipe gets the frames, and standard error the report", .enabled(if: Program.areInstalled("tshark")))
    func standardOutput() throws {
        let folder = try TemporaryFolder()
        let ended = try SIPWatch.shell("sipwatch -w - '\(Self.capture)' | tshark -r -", in: folder.path)
        #expect(ended.status == 0)
        #expect(ended.output.split(separator: "\n").count == 18)
        #expect(ended.errors.contains("2 findings: 1 error, 1 info"))
        let both = try SIPWatch.shell("sipwatch -w - -o report '\(Self.capture)' > saved.pcapng", in: folder.path)
        #expect(both.status == 0)
        #expect(both.errors.isEmpty)
    }

    @Test("The output goes to a file", arguments: [["analyze"], ["check"], ["analyze", "-f", "json"]])
    func output(_ words: [String]) throws {
        let folder = try TemporaryFolder()
        try folder.write(Array(repeating: 65, count: 100_000), "report")
        let plain = try SIPWatch.run(words + [Self.capture], in: folder.path)
        let ended = try SIPWatch.run(words + ["-o", "report", Self.capture], in: folder.path)
        #expect(ended.status == plain.status)
        #expect(ended.output.isEmpty)
        #expect(ended.errors.isEmpty)
        #expect(folder.text("report") == plain.output)
        #expect(!plain.output.isEmpty)
    }

    @Test(
        "An input is never overwritten",
        arguments: [["-w", "in.pcap"], ["-o", "in.pcap"], ["-w", "./in.pcap"], ["-w", "link"]])
    func anInput(_ words: [String]) throws {
        let folder = try TemporaryFolder()
        try folder.copy(Self.capture, as: "in.pcap")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: "in.pcap")
        let ended = try SIPWatch.run(words + ["in.pcap"], in: folder.path)
        #expect(ended.status == 2)
        #expect(ended.output.isEmpty)
        #expect(
            ended.errors == "sipwatch: \(words[1]): is read at the same time, and writing would destroy it; "
                + "write to another name\n")
        #expect(try SIPWatch.run("in.pcap", in: folder.path).status == 0)
    }

    @Test(
        "What cannot be written is one line with advice",
        arguments: [
            (["-w", "none/x"], "none/x: there is no such folder; "), (["-w", "."], ".: is a folder; "),
            (["-o", "none/x"], "none/x: there is no such folder; "),
            (["--call", "1", "-w", "none/x"], "none/x: there is no such folder; "),
            (["--call", "1", "-w", "."], ".: is a folder; "),
        ])
    func notWritable(_ words: [String], _ beginning: String) throws {
        let folder = try TemporaryFolder()
        let ended = try SIPWatch.run(words + [Self.capture], in: folder.path)
        #expect(ended.status == 2)
        #expect(ended.errors.hasPrefix("sipwatch: " + beginning))
        #expect(ended.errorLines.count == 1)
        #expect(ended.output.isEmpty)
    }

    @Test("A full disk is told once, and the report comes all the same", arguments: [[], ["--call", "1"]])
    func aFullDisk(_ words: [String]) throws {
        let ended = try SIPWatch.run(words + ["-w", "/dev/full", Self.capture])
        #expect(ended.status == 2)
        #expect(ended.errors.hasPrefix("sipwatch: /dev/full: writing failed (No space left on device); "))
        #expect(ended.errorLines.count == 1)
        #expect(ended.output == (try SIPWatch.run(words + [Self.capture]).output))
    }
}
