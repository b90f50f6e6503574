import Testing
import _TestSupport

@Suite("Nothing from the network steers the terminal")
struct HostileCaptureTests {
    @Test(
        "in any format",
        arguments: [
            ["--details", "all"], ["--format", "json"], ["--format", "jsonl"], ["--call", "1"], ["--call", "2"],
            ["--call", "3"], ["--call", "4"], ["--call", "6"], ["check"], ["check", "--format", "json"],
            ["check", "--format", "jsonl"],
        ])
    func output(arguments: [String]) throws {
        let folder = try TemporaryFolder()
        try folder.write(HostileCapture.scenario.capture, "hostile.pcap")
        let ended = try SIPWatch.run(arguments + ["hostile.pcap"], in: folder.path)
        #expect(ended.status < 2)
        #expect(ended.errors.isEmpty)
        #expect(ended.output.count > 100)
        let steering = HostileCapture.steering(in: ended.outputBytes)
        #expect(steering.isEmpty, "\(Set(steering.map { String($0.value, radix: 16) }))")
    }

    @Test("The poison is there: it is shown escaped")
    func escaped() throws {
        let folder = try TemporaryFolder()
        try folder.write(HostileCapture.scenario.capture, "hostile.pcap")
        let text = try SIPWatch.run("--details", "all", "hostile.pcap", in: folder.path).output
        for words in [
            #"\u{1b}[31m"#, #"\u{202e}drow"#, "transfer/failed", "redirect/not-followed", "auth/loop", "blocked/",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        let report = try ReportDocument(of: "hostile.pcap", in: folder.path)
        #expect(report.messages.total == HostileCapture.scenario.messages.count)
        #expect(!HostileCapture.steering(in: Array("a\u{1B}b".utf8)).isEmpty)
    }

    @Test("Bytes that are no UTF-8 do not make the report another thing than UTF-8")
    func notUTF8() throws {
        var bytes = HostileCapture.scenario.capture
        for index in bytes.indices where bytes[index] == UInt8(ascii: "o") && index % 7 == 0 { bytes[index] = 0xFF }
        let folder = try TemporaryFolder()
        try folder.write(bytes, "broken.pcap")
        for format in ["text", "json", "jsonl"] {
            let ended = try SIPWatch.run("--format", format, "broken.pcap", in: folder.path)
            #expect(ended.status == 0)
            #expect(HostileCapture.steering(in: ended.outputBytes).isEmpty)
        }
    }
}
