import Testing
import TraceTypes
import _TestSupport

@Suite("Messages over TCP: what the sender left out and what the capture did (RFC 3261 section 18.3)")
struct StreamTests {
    private static let head =
        "INVITE sip:bob@192.0.2.2 SIP/2.0\r\nVia: SIP/2.0/TCP 192.0.2.1;branch=z9hG4bK1\r\nFrom: <sip:a@b>;tag=1\r\n"
        + "To: <sip:c@d>\r\nCall-ID: 1\r\nCSeq: 1 INVITE\r\nMax-Forwards: 70\r\n"

    /// What a report says of a connection with these segments, the last one with FIN or not.
    private func report(_ segments: [String], isEnded: Bool, isReset: Bool = false) throws -> ReportDocument {
        let (alice, bob) = (IPAddress(v4: 0xc000_0201), IPAddress(v4: 0xc000_0202))
        var file = CaptureFileBuilder()
        var sequence: UInt32 = 100
        for (index, text) in ([""] + segments).enumerated() {
            let isLast = index == segments.count
            let flags: UInt8 = index == 0 ? TCPFlags.synchronize : isLast && isEnded ? 0x11 : TCPFlags.acknowledge
            let segment = PacketBuilder(text).tcp(from: 40_000, to: 5_060, sequence: sequence, flags: flags)
            file.add(segment.ipv4(from: alice, to: bob).ethernet().bytes, at: Timestamp(nanoseconds: Int64(index)))
            sequence &+= index == 0 ? 1 : UInt32(text.utf8.count)
        }
        if isReset {
            let reset = PacketBuilder("").tcp(from: 40_000, to: 5_060, sequence: sequence, flags: TCPFlags.reset)
            file.add(reset.ipv4(from: alice, to: bob).ethernet().bytes, at: Timestamp(nanoseconds: 1_000))
        }
        let folder = try TemporaryFolder()
        try folder.write(file.bytes, "stream.pcap")
        return try ReportDocument(of: "stream.pcap", in: folder.path)
    }

    @Test("A body shorter than its length is the sender's error when the sender ended the stream")
    func shortBody() throws {
        let message = Self.head + "Content-Type: text/plain\r\nContent-Length: 100\r\n\r\nonly this"
        let ended = try report([message], isEnded: true)
        #expect(ended.messages.anomalies == ["short-body": 1])
        #expect(ended.capture.truncatedMessages == 0)
        for isReset in [false, true] {
            let open = try report([message], isEnded: false, isReset: isReset)
            #expect(open.messages.anomalies.isEmpty)
            #expect(open.capture.truncatedMessages == 1)
        }
    }

    @Test("A header section without an empty line is a message all the same")
    func cutHeader() throws {
        let ended = try report([Self.head + "Content-Length: 0\r\n"], isEnded: true)
        #expect(ended.messages.anomalies == ["missing-empty-line": 1])
        let open = try report([Self.head + "Content-Length: 0\r\n"], isEnded: false)
        #expect(open.messages.total == 1)
        #expect(open.capture.truncatedMessages == 1)
    }

    @Test("Several messages in one segment, one over two, keep-alives between them")
    func segments() throws {
        let whole = Self.head + "Content-Length: 0\r\n\r\n"
        let report = try report(
            [whole + whole + whole.prefix(9), String(whole.dropFirst(9)) + "\r\n\r\n", "\r\n\r\n", whole], isEnded: true
        )
        #expect(report.messages.total == 4)
        #expect(report.messages.anomalies.isEmpty)
        #expect(report.messages.keepAlives == 2)
    }
}
