import SIPParsing
import Testing

@Suite("Content-Length over streams (RFC 3261 sections 18.3 and 20.14)")
struct ContentLengthFramingTests {
    static let next = "SIP/2.0 200 OK\r\nCSeq: 1 BYE\r\nContent-Length: 0\r\n\r\n"
    static let sdp = "Content-Type: application/sdp\r\n"

    /// A header section, what follows, the body that is found, and what is noted.
    struct Case: Sendable, CustomStringConvertible {
        let fields: String
        let rest: String
        let body: String
        let kinds: [Anomaly.Kind]
        var description: String { "\(fields) \(rest)".debugDescription }

        init(_ fields: String, _ rest: String, body: String, _ kinds: [Anomaly.Kind] = []) {
            self.fields = fields
            self.rest = rest
            self.body = body
            self.kinds = kinds
        }
    }

    static let cases: [Case] = [
        // In order, in any spelling
        Case("Content-Length: 5\r\n", "v=0\r\n", body: "v=0\r\n"),
        Case("l \t:\r\n  005\r\n", "v=0\r\n", body: "v=0\r\n"),
        Case("CONTENT-LENGTH:\(String(repeating: "0", count: 30))5\r\n", "v=0\r\n", body: "v=0\r\n"),
        // Missing
        Case("X: y\r\n", "", body: "", [.missingContentLength]),
        Case("X: y\r\n", "v=0\r\n", body: "", [.missingContentLength, .bytesAfterBody]),
        Case(sdp, "", body: "", [.missingContentLength]),
        Case(sdp, "v=0\r\n", body: "v=0\r\n", [.missingContentLength]),
        Case("c: text/plain\r\n", "\r\nx\r\n\r\ny\r\n\r\n", body: "\r\nx\r\n\r\ny\r\n", [.missingContentLength]),
        Case("c: text/plain\r\n", "<x/>", body: "<x/>", [.missingContentLength]),
        Case("c: message/sipfrag\r\n", "SIP/2.0 486 Busy\r\n", body: "SIP/2.0 486 Busy\r\n", [.missingContentLength]),
        // Too short
        Case(sdp + "l: 3\r\n", "v=0\r\n", body: "v=0"),
        Case(sdp + "l: 5\r\n", "v=0\r\ns=-\r\n", body: "v=0\r\n", [.bytesAfterBody]),
        Case("c: text/plain\r\nl: 2\r\n", "<x/>", body: "<x", [.bytesAfterBody]),
        Case("l: 0\r\n", "v=0\r\n", body: "", [.bytesAfterBody]),
        // Too long
        Case(sdp + "l: 7\r\n", "v=0\r\n", body: "v=0\r\n", [.shortBody]),
        Case(sdp + "l: 9\r\n", "v=0\r\n", body: "v=0\r\n", [.shortBody]),
        Case(sdp + "l: 53\r\n", "v=0\r\n", body: "v=0\r\n", [.shortBody]),
        Case("c: text/plain\r\nl: 30\r\n", "Hello", body: "Hello", [.shortBody]),
        Case("c: x/y+xml\r\nl: 40\r\n", "<x/>\r\n\r\n", body: "<x/>\r\n", [.shortBody]),
        Case("l: 40\r\n", "", body: "", [.shortBody]),
        Case("c: message/sipfrag\r\nl: 40\r\n", "SIP/2.0 486 Busy\r\n", body: "SIP/2.0 486 Busy\r\n", [.shortBody]),
        Case(
            "c: multipart/x\r\nl: 60\r\n", "--b\r\n\r\nSIP/2.0 486 Busy\r\n--b--\r\n",
            body: "--b\r\n\r\nSIP/2.0 486 Busy\r\n--b--\r\n", [.shortBody]),
        // Legal though a start line stands in the body
        Case("c: message/sipfrag\r\nl: 18\r\n", "SIP/2.0 486 Busy\r\n", body: "SIP/2.0 486 Busy\r\n"),
        Case("c: message/sipfrag\r\nl: 16\r\n", "SIP/2.0 486 Busy", body: "SIP/2.0 486 Busy"),
        Case(
            "c: multipart/x\r\nl: 32\r\n", "--b\r\n\r\nSIP/2.0 486 Busy\r\n--b--\r\n",
            body: "--b\r\n\r\nSIP/2.0 486 Busy\r\n--b--\r\n"),
        Case("c: text/plain\r\nl: 21\r\n", "x\r\nSIP/2.0 486 Busy\r\n", body: "x\r\nSIP/2.0 486 Busy\r\n"),
        Case(sdp + "l: 25\r\n", "s=INVITE sip:a SIP/2.0\r\n\0", body: "s=INVITE sip:a SIP/2.0\r\n\0"),
        // Repeated
        Case("l: 5\r\nContent-Length: 5\r\n", "v=0\r\n", body: "v=0\r\n"),
        Case("l: 5\r\nContent-Length: 50\r\n", "v=0\r\n", body: "v=0\r\n", [.conflictingContentLength]),
        Case("l: 50\r\nContent-Length: 5\r\n", "v=0\r\n", body: "v=0\r\n", [.conflictingContentLength]),
        Case("l: 3\r\nl: 1\r\n", "12345\r\n", body: "123", [.conflictingContentLength, .bytesAfterBody]),
        Case("l: 5\r\nl: 99999999999\r\n", "v=0\r\n", body: "v=0\r\n", [.conflictingContentLength]),
        // No number
        Case(sdp + "l: -5\r\n", "v=0\r\n", body: "v=0\r\n", [.badContentLength]),
        Case(sdp + "l: +5\r\n", "v=0\r\n", body: "v=0\r\n", [.badContentLength]),
        Case(sdp + "l: 0x5\r\n", "v=0\r\n", body: "v=0\r\n", [.badContentLength]),
        Case(sdp + "l: 5,5\r\n", "v=0\r\n", body: "v=0\r\n", [.badContentLength]),
        Case(sdp + "l:\r\n", "v=0\r\n", body: "v=0\r\n", [.badContentLength]),
        Case(sdp + "l: 5 5\r\nl: 5\r\n", "v=0\r\n", body: "v=0\r\n", [.badContentLength]),
        Case("l: -5\r\n", "v=0\r\n", body: "", [.badContentLength, .bytesAfterBody]),
        // Over the limit
        Case(sdp + "l: 2147483648\r\n", "v=0\r\n", body: "", [.messageTooLong, .bytesAfterBody]),
        Case(sdp + "l: 4294967328\r\n", "v=0\r\n", body: "", [.messageTooLong, .bytesAfterBody]),
        Case("l: 18446744073709551616\r\n", "", body: "", [.messageTooLong]),
        Case("l: \(String(repeating: "9", count: 30))\r\n", "", body: "", [.messageTooLong]),
    ]

    @Test("The body ends where it ends", arguments: cases)
    func body(test: Case) throws {
        let head = "INVITE sip:b@c SIP/2.0\r\nVia: SIP/2.0/TCP a\r\n\(test.fields)\r\n"
        let stream = head + test.rest + Self.next
        let whole = Framing([stream])
        #expect(whole.texts == [head + test.body, Self.next])
        #expect(try #require(whole.kinds.first) == test.kinds)
        #expect(whole.kinds.last == [])
        #expect(Framing(Array(stream.utf8).singly).messages == whole.messages)
        let lineEnds = test.rest.hasSuffix("\r\n") || test.rest.hasSuffix("\0") ? 2 : 0
        let accounted = whole.messages.map(\.bytes.count).reduce(whole.framer.skippedBytes, +)
        #expect(stream.utf8.count - accounted <= lineEnds)
        for anomaly in whole.messages.flatMap(\.anomalies) {
            #expect(anomaly.range.range.upperBound <= (head + test.body).utf8.count)
        }
    }

    @Test(
        "An honest length is never waited behind, one in doubt until the next line",
        arguments: [
            ("l: 5\r\n\r\nv=0\r\n", true), ("c: text/plain\r\nl: 4\r\n\r\nBYE ", true), ("l: 0\r\n\r\n", true),
            ("c: message/sipfrag\r\nl: 16\r\n\r\nSIP/2.0 200 Fine", true), ("X: y\r\n\r\n", true),
            ("c: text/plain\r\nl: 16\r\n\r\nSIP/2.0 200 Fine", false), ("c: text/plain\r\n\r\nx\r\n", false),
            ("l: 3\r\nl: 2\r\n\r\nabc", false),
        ])
    func waiting(message: String, isImmediate: Bool) {
        let text = "MESSAGE sip:b@c SIP/2.0\r\n" + message
        #expect(Framing([text]).texts == (isImmediate ? [text] : []))
        #expect(Framing([text], ending: .end).texts == [text])
        #expect(Framing([text, Self.next]).texts == [text, Self.next])
    }

    @Test("A start line ends a session description at once, whatever length was claimed")
    func proof() {
        let text = "INVITE sip:b@c SIP/2.0\r\n\(Self.sdp)l: 9999\r\n\r\nv=0\r\n"
        #expect(Framing([text + Self.next]).texts == [text, Self.next])
        #expect(Framing([text.replacing("sdp", with: "xyz") + Self.next]).texts == [])
    }

    @Test("An end or a gap ends a body; only an end completes one without a length")
    func endings() throws {
        let short = "BYE sip:b@c SIP/2.0\r\nl: 9\r\n\r\nv=0"
        let open = "BYE sip:b@c SIP/2.0\r\nc: x/y\r\n\r\nv=0"
        for ending in [Framing.Ending.gap, .end] {
            let message = try #require(Framing([short], ending: ending).messages.first)
            #expect(!message.isComplete)
            #expect(message.anomalies.map(\.kind) == [.shortBody])
            let other = try #require(Framing([open], ending: ending).messages.first)
            #expect(other.isComplete == (ending == .end))
            #expect(other.bytes == Array(open.utf8))
        }
        let swallowing = "BYE sip:b@c SIP/2.0\r\nc: x/y\r\nl: 9999\r\n\r\nv=0\r\n"
        #expect(Framing([swallowing + Self.next], ending: .end).texts == [swallowing, Self.next])
    }
}
