import Foundation
import Testing
import _TestSupport

@Suite("Files of a check that are no files, or not where they belong")
struct CheckFileKindTests {
    private static let fixture = Fixture("call/answered")

    @Test(
        "A file beside the trace that cannot be read, or is not read by its name, is a problem of that trace",
        arguments: [
            ("link", "a.sipwatch.yaml", "a.sipwatch.yaml cannot be read: it is a link to a file that is not there"),
            ("loop", "a.sipwatch.yaml", "a.sipwatch.yaml cannot be read: its links lead in a circle"),
            ("folder", "a.sipwatch.yaml", "a.sipwatch.yaml cannot be read: it is a folder, not a file"),
            ("pipe", "a.sipwatch.yaml", "a.sipwatch.yaml cannot be read: it is a pipe, not a file"),
            ("file", "a.sipwatch.yml", "a.sipwatch.yml is not read; name it a.sipwatch.yaml"),
            ("file", "a.pcap.sipwatch.yaml", "a.pcap.sipwatch.yaml is not read; name it a.sipwatch.yaml"),
            ("link", ".sipwatch.yaml", ".sipwatch.yaml cannot be read: it is a link to a file that is not there"),
            ("pipe", ".sipwatch.yaml", ".sipwatch.yaml cannot be read: it is a pipe, not a file"),
        ])
    func strange(kind: String, name: String, words: String) throws {
        let folder = try TemporaryFolder.with(traces: "a.pcap")
        let (path, files) = ("\(folder.path)/\(name)", FileManager.default)
        switch kind {
        case "link": try files.createSymbolicLink(atPath: path, withDestinationPath: "nowhere")
        case "loop": try files.createSymbolicLink(atPath: path, withDestinationPath: name)
        case "folder": try files.createDirectory(atPath: path, withIntermediateDirectories: false)
        case "pipe": try folder.makePipe(name)
        default: try folder.write(Array("calls: {outcome: busy}".utf8), name)
        }
        let ended = try SIPWatch.run("check", "a.pcap", in: folder.path)
        #expect(ended.status == 2)
        #expect(ended.errors.contains(words), "\(ended.errors)")
        #expect(ended.errors.split(separator: "\n").count == 1)
        guard !name.hasPrefix(".") else { return }
        #expect(try SIPWatch.run("check", "--expect", "/dev/null", "a.pcap", in: folder.path).status == 0)
    }

    @Test("Pipes that are named are read: a trace, expectations for several traces, a baseline")
    func pipes() throws {
        let folder = try TemporaryFolder.with(traces: "a.pcap", "b.pcap", texts: ["known.yaml": "version: 1\n"])
        let lines =
            [
                ("sipwatch check <(cat a.pcap)", 0),
                ("sipwatch check --expect <(echo 'calls: {outcome: busy}') a.pcap b.pcap", 1),
                ("sipwatch check --expect <(echo 'calls: {outcome: answered}') a.pcap b.pcap", 0),
                ("sipwatch check --baseline <(cat known.yaml) a.pcap", 0), ("sipwatch check --expect . a.pcap", 2),
            ] as [(String, Int32)]
        for (line, status) in lines {
            let ended = try SIPWatch.shell(line, in: folder.path)
            #expect(ended.status == status, "\(line): \(ended.output)\(ended.errors)")
        }
    }

    @Test("A trace whose name has control characters is named once")
    func escapedName() throws {
        let folder = try TemporaryFolder.with(texts: ["q\u{1B}.pcap": "not a capture"])
        let ended = try SIPWatch.run("check", "q\u{1B}.pcap", in: folder.path)
        #expect(ended.status == 2)
        #expect(ended.errors.hasPrefix(#"sipwatch: q\u{1b}.pcap: is text"#), "\(ended.errors)")
    }
}
