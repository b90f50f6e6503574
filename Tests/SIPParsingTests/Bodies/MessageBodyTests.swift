import SIPParsing
import Testing

@Suite("Parts of bodies (RFC 2046 section 5.1)")
struct MessageBodyTests {
    private func part(_ type: String, _ headers: String, _ body: String) throws -> String? {
        let (message, bytes) = try #require(parse("INFO sip:a@b SIP/2.0\r\n\(headers)\r\n\r\n\(body)"))
        return message.bodyPart(type, in: bytes.span).map { bytes.span.text($0) }
    }

    @Test(
        "A body that is of the type itself, RFC 3261 section 20.15",
        arguments: [
            ("Content-Type: application/sdp", "v=0"), ("c: Application/SDP ; x=y", "v=0"), ("c: application/isup", nil),
            ("c: sdp", nil), ("X: y", nil),
        ] as [(String, String?)])
    func single(header: String, expected: String?) throws {
        #expect(try part("application/sdp", header, "v=0") == expected)
    }

    private let mixed = """
        preamble\r
        --uniq: 1\r
        Content-Type: message/sipfrag;version=2.0\r
        \r
        SIP/2.0 200 OK\r
        \r
        --uniq: 1  \r
        Content-Length: 5\r
        content-type:\r
         application/sdp\r
        \r
        v=0\r
        --uniq: 10\r
        s=-\r
        --uniq: 1\r
        \r
        no type\r
        --uniq: 1--\r
        c: text/plain\r
        \r
        epilogue
        """

    @Test(
        "Parts of a multipart body, RFC 2046 section 5.1.1",
        arguments: [
            ("application/sdp", "v=0\r\n--uniq: 10\r\ns=-"), ("message/sipfrag", "SIP/2.0 200 OK\r\n"),
            ("text/plain", "no type"), ("text/html", nil), ("multipart/mixed", "all"),
        ] as [(String, String?)])
    func multipart(type: String, expected: String?) throws {
        let found = try part(type, "Content-Type: multipart/mixed;boundary=\"uniq: 1\"", mixed)
        #expect(found == (expected == "all" ? mixed : expected))
    }

    @Test("No boundary, a wrong one, or an empty body: no part")
    func noBoundary() throws {
        #expect(try part("application/sdp", "c: multipart/mixed", mixed) == nil)
        #expect(try part("application/sdp", "c: multipart/mixed;boundary=other", mixed) == nil)
        #expect(try part("application/sdp", "c: multipart/mixed;boundary=\"\"", mixed) == nil)
        #expect(try part("application/sdp", "c: application/sdp", "") == nil)
    }

    @Test("Line feeds alone, and no closing delimiter")
    func bareLineFeeds() throws {
        let body = "--x\nContent-Type: application/sdp\n\nv=0\ns=-\n"
        #expect(try part("application/sdp", "c: multipart/mixed;boundary=x", body) == "v=0\ns=-\n")
    }

    @Test("A multipart body within another, as deep as the limit")
    func nested() throws {
        func nest(_ depth: Int) -> String {
            guard depth > 0 else { return "c: application/sdp\r\n\r\nv=0" }
            return "c: multipart/mixed;boundary=b\(depth)\r\n\r\n--b\(depth)\r\n\(nest(depth - 1))\r\n--b\(depth)--"
        }
        #expect(try part("application/sdp", "c: multipart/mixed;boundary=b", "--b\r\n\(nest(1))\r\n--b--") == "v=0")
        #expect(try part("application/sdp", "c: multipart/mixed;boundary=b", "--b\r\n\(nest(9))\r\n--b--") == nil)
    }

    @Test func everyPrefixIsSafe() throws {
        let text = Array("INFO sip:a@b SIP/2.0\r\nc: multipart/mixed;boundary=\"uniq: 1\"\r\n\r\n\(mixed)".utf8)
        var parser = MessageParser()
        for end in 0...text.count {
            let bytes = Array(text[..<end])
            guard case .message = parser.parse(bytes.span) else { continue }
            let found = parser.message.bodyPart("application/sdp", in: bytes.span)
            #expect((found?.range.upperBound ?? 0) <= end)
        }
    }

    @Test("An encoded body is not given away as a plain one, RFC 3261 section 20.12")
    func encoded() throws {
        let head = "INVITE sip:a@b SIP/2.0\r\nContent-Type: application/sdp\r\n"
        let (plain, bytes) = try #require(parse(head + "\r\nv=0\r\n"))
        #expect(plain.bodyPart("application/sdp", in: bytes.span) == plain.body)
        let (zipped, others) = try #require(parse(head + "e: gzip\r\n\r\nv=0\r\n"))
        #expect(zipped.bodyPart("application/sdp", in: others.span) == nil)
    }
}
