import Testing
import TraceTypes
import _TestSupport

@Suite("Verdicts that once were wrong")
struct CheckRegressionTests {
    /// An INVITE and its CANCEL in one TCP segment: both have one Call-ID and one CSeq number.
    private static func segment() -> [UInt8] {
        func head(_ method: String, _ subject: String) -> String {
            "\(method) sip:bob@192.0.2.2 SIP/2.0\r\nVia: SIP/2.0/TCP 192.0.2.1;branch=z9hG4bK1\r\n"
                + "From: <sip:alice@example.com>;tag=1\r\nTo: <sip:bob@example.com>\r\nCall-ID: 1\r\n"
                + "CSeq: 1 \(method)\r\nMax-Forwards: 70\r\nSubject: \(subject)\r\nContent-Length: 0\r\n\r\n"
        }
        let (alice, bob) = (IPAddress(v4: 0xc000_0201), IPAddress(v4: 0xc000_0202))
        var file = CaptureFileBuilder()
        let segments = [
            ("", TCPFlags.synchronize), (head("INVITE", "one") + head("CANCEL", "two"), TCPFlags.acknowledge),
        ]
        for (index, (text, flags)) in segments.enumerated() {
            let segment = PacketBuilder(text).tcp(
                from: 40_000, to: 5_060, sequence: 100 + UInt32(index), flags: flags)
            file.add(segment.ipv4(from: alice, to: bob).ethernet().bytes, at: Timestamp(nanoseconds: Int64(index)))
        }
        return file.bytes
    }

    @Test("The header fields of a message are its own, not those of another one in its segment")
    func messagesOfOneSegment() throws {
        let folder = try CheckFolder()
        try folder.write(
            """
            messages:
              - match: {request: INVITE}
                header: {Subject: one}
              - match: {request: CANCEL}
                header: {Subject: two}
            """, "trace.sipwatch.yaml")
        try folder.write(Self.segment(), "trace.pcap")
        let document = try folder.document("--allow-incomplete", "--fail-on", "never")
        #expect(document.traces.first?.expectations.map(\.state) == ["met", "met"])
    }

    @Test(
        "A transfer without its end is incomplete unless an expectation looks at the end",
        arguments: [
            ("{kind: blind}", 1), ("{response: 202}", 1), ("{outcome: undetermined}", 0), ("{outcome: completed}", 1),
        ])
    func transferWithoutItsEnd(transfer: String, status: Int32) throws {
        let folder = try CheckFolder("transfer/no-notify-cut-short", expecting: "transfers: [\(transfer)]")
        #expect(try folder.check("trace.pcap").status == status)
    }

    @Test("What was not judged stays in a baseline that is brought up to date")
    func unjudgedRules() throws {
        let folder = try CheckFolder("transfer/blind-declined")
        #expect(try folder.check("--baseline", "known.yaml", "--update-baseline", "trace.pcap").status == 0)
        let whole = folder.text("known.yaml")
        let options = ["--baseline", "known.yaml", "--update-baseline", "--ignore", "transfer/failed", "trace.pcap"]
        #expect(try folder.run(options).status == 0)
        #expect(folder.text("known.yaml") == whole)
    }

    @Test("A baseline is for whole traces", arguments: [["--filter", "status = 200"], ["--count", "3"]])
    func parts(options: [String]) throws {
        let folder = try CheckFolder("transfer/blind-declined")
        let ended = try folder.run(options + ["--baseline", "known.yaml", "--update-baseline", "trace.pcap"])
        #expect(ended.status == 2)
        #expect(ended.errors.contains("leave out --filter and --count"))
        #expect(folder.text("known.yaml").isEmpty)
    }

    @Test("Advice to allow something is not given to those who do")
    func advice() throws {
        let folder = try CheckFolder("transfer/no-notify-cut-short")
        #expect(try folder.check("trace.pcap").output.contains("allow it with --allow-incomplete"))
        #expect(try !folder.check("--allow-incomplete", "trace.pcap").output.contains("allow it with"))
    }
}
