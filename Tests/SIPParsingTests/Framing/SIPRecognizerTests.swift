import SIPParsing
import Testing

@Suite("Telling SIP from its first bytes (RFC 3261 section 7)")
struct SIPRecognizerTests {
    @Test(
        "SIP, or so far like it",
        arguments: [
            "INVITE sip:a@b SIP/2.0\r\n", "\r\n\r\nSIP/2.0 200 OK\r\n", "SIP/2.0", "OPTIONS sip:",
            "X-NEW tel:+1 SIP/2.0\n",
            "MESSAGE sips:a@b SI", "BYE  sip:a@b  SIP/2.0\n", "\0\0\0\0REGISTER sip:b SIP/2.0\r\n", "sip/3.1 100 x\r\n",
        ])
    func sip(text: String) {
        let bytes = Array(text.utf8)
        let isSIP = SIPRecognizer.looksLikeSIP(bytes.span)
        #expect(isSIP)
    }

    @Test(
        "Not SIP",
        arguments: [
            "", "\r\n\r\n", "INV", "GET / HTTP/1.1\r\n", "HTTP/1.1 200 OK\r\n", "SIP/x", "SIP/2.0 OK\r\n",
            "OPTIONS * RTSP/1.0\r\n",
            "OPTIONS rtsp://a", "INVITE sip:a@b\r\n", "\u{16}\u{3}\u{1}", ": SIP/2.0\r\n", "Server : x SIP/2.0\r\n",
            "SSH-2.0-x\r\n",
        ])
    func notSIP(text: String) {
        let bytes = Array(text.utf8)
        let isSIP = SIPRecognizer.looksLikeSIP(bytes.span)
        #expect(!isSIP)
    }

    @Test(
        "A response without CSeq counts as long as nothing speaks of HTTP",
        arguments: [
            ("Seq: 0\r\n", true), ("", true), ("Call-ID: x\r\nConnection: close\r\n", true),
            ("CSeq: x\r\nno colon\r\n", true),
            ("Via: SIP/2.0/UDP a\r\nConnection: close\r\n", true), ("From: a\r\nTo: b\r\nETag: x\r\n", true),
            ("HTTP/1.1 200 ok\r\nContent-Type: x/y\r\n", false), ("Transfer-Encoding: chunked\r\n", false),
            ("connection: close\r\nVia: 1.1 proxy\r\n", false), ("From: a\r\nSet-Cookie: b\r\n", false),
        ])
    func plausible(fields: String, isPlausible: Bool) throws {
        #expect(try #require(parse("SIP/2.0 200 OK\r\n\(fields)\r\n")).message.isPlausible == isPlausible)
        #expect(try #require(parse("OPTIONS sip:a SIP/2.0\r\n\(fields)\r\n")).message.isPlausible)
    }
}
