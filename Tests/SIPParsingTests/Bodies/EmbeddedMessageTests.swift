import SIPParsing
import Testing

@Suite("Messages inside of bodies")
struct EmbeddedMessageTests {
    private static let response = """
        SIP/2.0 200 OK\r
        Via: SIP/2.0/UDP a;branch=z9hG4bK1\r
        To: <sip:b@c>;tag=2\r
        c: application/sdp\r
        l: 5\r
        \r
        v=0\r
        rest
        """

    @Test("A whole message and its body, RFC 3261 section 23.4")
    func wholeMessage() throws {
        let read = try #require(ReadBodies("Content-Type: message/sip", Self.response))
        #expect(read.inner == ["1 application/sdp:v=0\r\n"])
        let part = try #require(read.tree.parts.last)
        #expect(part.isEmbedded)
        let names = part.fields.map { read.bytes.span.text($0.nameRange) }
        #expect(names == ["c", "l"])
        #expect(read.tree.first(of: "application/sdp") == nil)
        #expect(read.tree.first(of: "message/sip")?.depth == 0)
        #expect(read.anomalies.isEmpty)
    }

    @Test(
        "Pieces of a message and their bodies, RFC 3420 section 3.1",
        arguments: [
            ("SIP/2.0 200 OK\r\nContent-Type: application/sdp\r\n\r\nv=0\r\n", ["1 application/sdp:v=0\r\n"], []),
            ("Content-Type: text/plain\r\nContent-Length: 11\r\n\r\nHi There!", ["1 text/plain:Hi There!"], []),
            ("Content-Type: text/plain\r\nContent-Length: 2\r\n\r\nHi There!", ["1 text/plain:Hi"], []),
            ("SIP/2.0 603 Declined\r\n", [], []), ("SIP/2.0 100 Trying\r\n\r\n", [], []),
            ("From: <sip:a@b>\r\nTo: <sip:c@d>", [], []),
            ("MESSAGE sip:alice@atlanta.com SIP/2.0\r\n\r\nHi There!", ["1 ?:Hi There!"], [.missingContentType]),
            ("SIP/2.0 200 OK\r\n\r\nv=0\r\ns=-", ["1 application/sdp:v=0\r\ns=-"], [.missingContentType]),
            ("404 Not Found\r\n\r\nHi There!", [], []),
        ] as [(String, [String], [Anomaly.Kind])])
    func fragment(body: String, inner: [String], anomalies: [Anomaly.Kind]) throws {
        let read = try #require(ReadBodies("Content-Type: message/sipfrag;version=2.0", body))
        #expect(read.inner == inner)
        #expect(read.anomalies == anomalies)
    }

    @Test("What is no message stays as it is", arguments: ["", "x", "GET / HTTP/1.1\r\n\r\nbody", "\r\n\r\n"])
    func noMessage(body: String) throws {
        let part = "Content-Type: message/sip\r\n\r\n\(body)"
        let read = try #require(ReadBodies("Content-Type: multipart/mixed;boundary=x", multipart("x", [part])))
        #expect(read.inner == ["1 message/sip:\(body)"])
    }

    @Test("A multipart body of a message in a part of a body; only the own description is the message's")
    func insideOfParts() throws {
        let inner = multipart("y", ["Content-Type: application/sdp\r\n\r\nv=1"])
        let body = multipart(
            "x",
            [
                "Content-Type: message/sipfrag\r\n\r\nSIP/2.0 200 OK\r\nc: multipart/mixed;boundary=y\r\n\r\n\(inner)",
                "Content-Type: application/sdp\r\n\r\nv=2",
            ])
        let read = try #require(ReadBodies("Content-Type: multipart/signed;boundary=x", body))
        #expect(read.tree.parts.map(\.depth) == [0, 1, 2, 3, 1])
        #expect(read.tree.parts.map(\.isEmbedded) == [false, false, true, true, false])
        let (message, bytes) = try #require(
            parse("INFO sip:a@b SIP/2.0\r\nc: multipart/signed;boundary=x\r\n\r\n\(body)"))
        let found = message.bodyPart("application/sdp", in: bytes.span)
        #expect(found.map { bytes.span.text($0) } == "v=2")
    }

    @Test("Where the body of a piece stands, RFC 3420 section 2")
    func body() throws {
        let bytes = Array("xx\r\nSIP/2.0 200 OK\r\nContent-Length: 3\r\n\r\nabcd".utf8)
        let made = Sipfrag(bytes.span, ByteRange(2..<bytes.count))
        let sipfrag = try #require(made)
        #expect(sipfrag.body.map { bytes.span.text($0) } == "abc")
        #expect(read("SIP/2.0 200 OK") { Sipfrag($0, $1) }?.body == nil)
        #expect(read("SIP/2.0 200 OK\n\n") { Sipfrag($0, $1) }?.body?.isEmpty == true)
    }
}
