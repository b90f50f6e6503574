import SIPParsing
import Testing

@Suite("Pieces of messages (RFC 3420)")
struct SipfragTests {
    @Test(
        "A status line, however its line ends",
        arguments: [
            ("SIP/2.0 603 Declined", 603, "Declined"), ("SIP/2.0 603 Declined\r\n", 603, "Declined"),
            ("SIP/2.0 100 Trying\n", 100, "Trying"), ("\r\n\r\nSIP/2.0 200 OK\r\n\r\n", 200, "OK"),
            ("SIP/2.0 503", 503, ""), ("SIP/2.0 200 OK\0", 200, "OK"),
            ("SIP/2.0 486 Busy Here\r\nWarning: 399 a \"b\"\r\n\r\nbody", 486, "Busy Here"),
        ] as [(String, UInt16, String)])
    func status(text: String, code: UInt16, reason: String) throws {
        let sipfrag = try #require(read(text) { Sipfrag($0, $1) })
        #expect(sipfrag.startLine == .status(code: code, reason: reason))
        #expect(sipfrag.status == code)
    }

    @Test("A request line, section 3.1")
    func request() throws {
        let sipfrag = try #require(read("INVITE sip:alice@atlanta.com SIP/2.0") { Sipfrag($0, $1) })
        #expect(sipfrag.startLine == .request(method: "INVITE"))
        #expect(sipfrag.status == nil)
    }

    @Test("Header fields are offsets into the bytes around, section 3.1")
    func fields() throws {
        let bytes = Array("xxSIP/2.0 400 Bad Request\r\nWarning: 399 atlanta.com Malformed\r\nt: <sip:a@b>\r\n".utf8)
        let read = Sipfrag(bytes.span, ByteRange(2..<bytes.count))
        let sipfrag = try #require(read)
        let values = sipfrag.fields.map { bytes.span.text($0.value) }
        let names = sipfrag.fields.map { bytes.span.text($0.nameRange) }
        #expect(sipfrag.fields.map(\.name) == [.warning, .to])
        #expect(values == ["399 atlanta.com Malformed", "<sip:a@b>"])
        #expect(names == ["Warning", "t"])
    }

    @Test("Header fields without a start line, section 3.1")
    func noStartLine() throws {
        let sipfrag = try #require(
            read("From: Alice <sip:alice@atlanta.com>\r\nCseq: 314159 INVITE\r\n") { Sipfrag($0, $1) })
        #expect(sipfrag.startLine == nil)
        #expect(sipfrag.fields.map(\.name) == [.from, .cSeq])
    }

    @Test(
        "What is no piece of a message, section 3.2",
        arguments: ["", "\r\n", "INVITE", "SIP/2.0", "404 Not Found", "Hi There!", "v=0\r\no=- 1 1 IN IP6 ::1\r\n"])
    func notAPiece(text: String) {
        #expect(read(text) { Sipfrag($0, $1) } == nil)
    }

    @Test func everyPrefixIsSafe() {
        let bytes = Array("SIP/2.0 603 Declined\r\nReason: SIP;cause=603\r\n folded\r\nTo: x\r\n\r\nbody".utf8)
        for end in 0...bytes.count {
            let sipfrag = Sipfrag(bytes.span, ByteRange(0..<end))
            #expect((sipfrag?.status == nil) == (end < 11))
            #expect(sipfrag?.fields.allSatisfy { $0.value.range.upperBound <= end } ?? true)
        }
    }
}
