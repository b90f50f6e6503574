import Foundation
import Testing
import _TestSupport

@Suite("A check writes what it is told to, and to nothing else")
struct CheckFileTests {
    private static let fixture = Fixture("call/answered")

    @Test(
        "A snapshot that is another file of the run is refused, and nothing is written",
        arguments: ["a.pcap", "./b.pcap", "a.sipwatch.yaml", "b.sipwatch.yaml", ".sipwatch.yaml", "b.ladder", "o.xml"])
    func snapshots(name: String) throws {
        let texts = [
            "a.sipwatch.yaml": "snapshot: \(name)\n", "b.sipwatch.yaml": "snapshot: b.ladder\n",
            ".sipwatch.yaml": "fail-on: error\n",
        ]
        let folder = try TemporaryFolder.with(traces: "a.pcap", "b.pcap", texts: texts)
        let ended = try SIPWatch.run("check", "--update", "-o", "junit=o.xml", "a.pcap", "b.pcap", in: folder.path)
        #expect(ended.status == 2 && ended.output.isEmpty)
        #expect(ended.errors.hasPrefix("sipwatch: \(name): "))
        #expect(ended.errors.split(separator: "\n").count == 1, "\(ended.errors)")
        for (name, text) in texts { #expect(folder.text(name) == text) }
        for name in ["a.pcap", "b.pcap"] {
            #expect(FileManager.default.contents(atPath: "\(folder.path)/\(name)") == Data(Self.fixture.bytes))
        }
        #expect(folder.text("b.ladder").isEmpty && folder.text("o.xml").isEmpty)
    }

    @Test(
        "An output that is read as well is refused",
        arguments: [
            "a.pcap", "a.sipwatch.yaml", "known.yaml", "a.ladder", ".sipwatch.yaml", "hard.yaml", "soft.yaml",
        ])
    func outputs(name: String) throws {
        let texts = [
            "a.sipwatch.yaml": "snapshot: a.ladder\n", "known.yaml": "version: 1\n", "a.ladder": "call 1\n",
            ".sipwatch.yaml": "fail-on: error\n",
        ]
        let folder = try TemporaryFolder.with(traces: "a.pcap", texts: texts)
        let (path, files) = (folder.path, FileManager.default)
        try files.linkItem(atPath: "\(path)/a.sipwatch.yaml", toPath: "\(path)/hard.yaml")
        try files.createSymbolicLink(atPath: "\(path)/soft.yaml", withDestinationPath: "known.yaml")
        let ended = try SIPWatch.run("check", "--baseline", "known.yaml", "-o", "json=\(name)", "a.pcap", in: path)
        #expect(ended.status == 2)
        #expect(ended.errors.hasPrefix("sipwatch: \(name): is read at the same time"), "\(ended.errors)")
        for (name, text) in texts { #expect(folder.text(name) == text) }
        #expect(files.contents(atPath: "\(path)/a.pcap") == Data(Self.fixture.bytes))
    }

    @Test("A snapshot that cannot be written loses nothing of the verdict")
    func unwritten() throws {
        let folder = try TemporaryFolder.with(
            traces:
                "a.pcap", "b.pcap",
            texts: ["a.sipwatch.yaml": "snapshot: nowhere/a.ladder\n", "b.sipwatch.yaml": "snapshot: b.ladder\n"])
        let options = ["--update", "--baseline", "known.yaml", "--update-baseline", "-o", "json=o.json"]
        let ended = try SIPWatch.run(["check"] + options + ["a.pcap", "b.pcap"], in: folder.path)
        #expect(ended.status == 2)
        #expect(ended.errors.hasPrefix("sipwatch: a.pcap: nowhere/a.ladder: there is no such folder"))
        #expect(ended.output.contains("2 traces: 1 clean, 1 unreadable"), "\(ended.output)")
        #expect(folder.text("o.json").contains("nowhere/a.ladder"))
        #expect(folder.text("b.ladder").contains("INVITE") && folder.text("known.yaml").contains("version: 1"))
        let full = try SIPWatch.run(
            "check", "--no-config", "--snapshot", "/dev/full", "--update", "-o", "json=p.json",
            Self.fixture.path, in: folder.path)
        #expect(full.status == 2 && full.errors.contains("/dev/full: writing failed"))
        #expect(folder.text("p.json").contains("/dev/full"))
    }

    @Test("A snapshot may be larger than other files that people write, though not without end")
    func largeSnapshots() throws {
        let folder = try TemporaryFolder.with(traces: "a.pcap")
        let check = ["check", "--snapshot", "a.ladder"]
        try folder.write(Array(String(repeating: "call 1\n", count: 300_000).utf8), "a.ladder")
        let large = try SIPWatch.run(check + ["a.pcap"], in: folder.path)
        #expect(large.status == 1 && large.output.contains("expectation/failed snapshot"), "\(large.errors)")
        try folder.write([UInt8](repeating: 0x0A, count: (1 << 25) + 1), "a.ladder")
        let endless = try SIPWatch.run(check + ["a.pcap"], in: folder.path)
        #expect(endless.status == 2 && endless.errors.contains("a.ladder has more than 32 MiB"), "\(endless.errors)")
    }

    @Test("--update without a snapshot says so")
    func noSnapshot() throws {
        let folder = try TemporaryFolder.with(
            traces: "a.pcap", "b.pcap", texts: ["b.sipwatch.yaml": "snapshot: b.ladder\n"])
        let ended = try SIPWatch.run("check", "--update", "a.pcap", in: folder.path)
        #expect(ended.status == 2 && ended.output.isEmpty)
        #expect(ended.errors.hasPrefix("sipwatch: --update has nothing to write, for no snapshot is named"))
        #expect(try SIPWatch.run("check", "--update", "a.pcap", "b.pcap", in: folder.path).status == 0)
        #expect(folder.text("b.ladder").contains("INVITE"))
    }

    @Test("A step summary that is the trace is refused, and the trace stays as it is")
    func stepSummary() throws {
        let folder = try TemporaryFolder.with(traces: "a.pcap")
        let before = folder.text("a.pcap")
        let ended = try SIPWatch.run(
            ["check", "-f", "github", "a.pcap"], in: folder.path, environment: ["GITHUB_STEP_SUMMARY": "a.pcap"])
        #expect(ended.status == 2)
        #expect(folder.text("a.pcap") == before)
    }
}
