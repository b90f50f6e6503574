import SIPDialogs
import SIPFindings
import SIPReporting
import SIPWatchKit
import Testing
import TraceTypes
import _TestSupport

@Suite("Loss makes silence no evidence in what was open, but only loss of SIP")
struct LossTests {
    /// An answered call without an ACK on UDP, and a TCP stream that goes on behind a hole.
    private func report(stream: (first: String, later: String)) throws -> Report {
        let call = try #require(CapturedFrames(path: Fixture("call/missing-ack").path))
        try #require(call.frames.count > 4)
        var file = CaptureFileBuilder()
        var sequence: UInt32 = 1_000
        // More than a stream is allowed to hold back, so that the hole is given up.
        let segments = [stream.first] + [String](repeating: stream.later, count: 4_000)
        // The stream breaks off while the call is open.
        for frame in call.frames.prefix(4) { file.add(frame.bytes, at: frame.time) }
        let open = call.frames[3].time
        for (index, text) in segments.enumerated() {
            let segment = PacketBuilder(Array(text.utf8)).tcp(from: 40_000, to: 8_080, sequence: sequence)
                .ipv4(from: IPAddress(v4: 0xC000_0263), to: IPAddress(v4: 0xC000_0264)).ethernet()
            file.add(segment.bytes, at: open)
            sequence &+= UInt32(text.utf8.count) &+ (index == 0 ? 500 : 0)
        }
        for frame in call.frames.dropFirst(4) { file.add(frame.bytes, at: frame.time) }
        let folder = try TemporaryFolder()
        return try Analyzer.analyze(files: [folder.write(file.bytes, "mixed.pcap")])
    }

    /// A message of a stream.
    private static func ping(_ number: Int) -> String {
        "OPTIONS sip:b@192.0.2.100 SIP/2.0\r\nCall-ID: \(number)@192.0.2.99\r\nCSeq: 1 OPTIONS\r\nl: 0\r\n\r\n"
    }

    @Test("What is held behind a hole comes out when time passes without a frame, too")
    func holeAndSilence() {
        let texts = (1...3).map(Self.ping)
        var stream = Segments(bytes: texts.flatMap { Array($0.utf8) })
        stream.source.port = 50_000
        let ends = texts.indices.map { index in texts[...index].reduce(0) { $0 + $1.utf8.count } }
        var analyzer = Analyzer()
        let start = SIPScenario.time(0)
        let frames = [stream.synchronize, stream.segment(0..<ends[0]), stream.segment(ends[1]..<ends[2])]
        for (index, frame) in frames.enumerated() {
            let header = FrameHeader(
                number: FrameNumber(rawValue: UInt64(index) + 1), time: start, linkType: .ethernet,
                wireLength: frame.count)
            analyzer.feed(header, frame.span)
        }
        #expect(analyzer.messageCount == 1)
        analyzer.idle(at: start + .seconds(1))
        #expect(analyzer.messageCount == 1)
        analyzer.idle(at: start + .seconds(7))
        #expect(analyzer.messageCount == 2)
    }

    @Test("A Call-ID that a snap length cut tears no call apart")
    func cutCallID() throws {
        let call = try #require(CapturedFrames(path: Fixture("call/answered").path))
        var torn = 0
        for snapLength in 200..<420 {
            var analyzer = Analyzer()
            for (index, frame) in call.frames.enumerated() {
                let header = FrameHeader(
                    number: FrameNumber(rawValue: UInt64(index) + 1), time: frame.time, linkType: call.linkType,
                    wireLength: frame.bytes.count)
                analyzer.feed(header, Array(frame.bytes.prefix(snapLength)).span)
            }
            let report = analyzer.finish()
            #expect(report.findings.map(\.rule) == [], "\(snapLength)")
            if report.exchanges.filter({ $0.summary.kind == .call }).count > 1 { torn += 1 }
        }
        #expect(torn == 0)
    }

    @Test func foreignStream() throws {
        let text = String(repeating: "x", count: 1_000)
        let report = try report(stream: ("GET / HTTP/1.1\r\nHost: example.com\r\n\r\n", text))
        #expect(report.findings.map(\.rule) == ["invite/missing-ack"])
        #expect(!report.account.mayHaveLostSIP)
    }

    @Test func sipStream() throws {
        let ping = "OPTIONS sip:b@192.0.2.100 SIP/2.0\r\nCall-ID: ping@192.0.2.99\r\nCSeq: 1 OPTIONS\r\nl: 0\r\n\r\n"
        let report = try report(stream: (ping, ping))
        #expect(!report.findings.contains { $0.rule == "invite/missing-ack" })
        #expect(report.account.mayHaveLostSIP)
    }
}
