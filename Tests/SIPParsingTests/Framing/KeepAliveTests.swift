import SIPParsing
import Testing

@Suite("Keep-alives in streams (RFC 5626 sections 3.5.1 and 4.4.1)")
struct KeepAliveTests {
    @Test(
        "Pings, pongs and fill bytes are counted, not skipped",
        arguments: [
            (["\r\n\r\n"], 1, 0, 0), (["\r\n"], 0, 1, 0), (["\r\n", "\r\n"], 0, 2, 0), (["\r\n\r\n\r\n"], 1, 1, 0),
            (["\r", "\n\r\n"], 1, 0, 0), (["\0\0"], 0, 0, 2), (["\n\n"], 0, 0, 2), (["\r\n\0\r\n"], 0, 2, 1),
            (["\r\r\n\r\n"], 1, 0, 1), ([" \r\n"], 0, 1, 0),
        ] as [([String], Int, Int, Int)])
    func counts(segments: [String], pings: Int, pongs: Int, fillBytes: Int) {
        let ok = ContentLengthFramingTests.next
        let unended = "PUBLISH sip:b@c SIP/2.0\r\nc: x/y\r\nl: 4\r\n\r\n<x/>"
        for before in [[], [ok], [unended]] {
            let framing = Framing(before + segments + [ok])
            #expect(framing.texts == before + [ok])
            #expect(framing.framer.keepAlives.pings == pings)
            #expect(framing.framer.keepAlives.pongs == pongs)
            #expect(framing.framer.keepAlives.fillBytes == fillBytes)
            #expect(framing.framer.keepAlives.count == pings + pongs)
            #expect(framing.framer.skippedBytes == (segments[0].hasPrefix(" ") ? 1 : 0))
        }
    }

    @Test("Line ends within a message are none")
    func inMessages() {
        let message = "MESSAGE sip:b@c SIP/2.0\r\nl: 8\r\n\r\n\r\n\r\n\r\n\r\n"
        let framing = Framing([message + message])
        #expect(framing.texts == [message, message])
        #expect(framing.framer.keepAlives == KeepAlives())
    }

    @Test("A stream of keep-alives alone stays undecided")
    func alone() {
        let framing = Framing(Array(repeating: "\r\n\r\n", count: 2000))
        #expect(framing.framer.keepAlives.pings == 2000)
        #expect(framing.framer.verdict == .undecided)
    }
}
