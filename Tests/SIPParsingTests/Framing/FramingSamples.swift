import SIPParsing

/// Messages as streams carry them, each with a Call-ID of its own.
enum FramingSamples {
    static let sdp =
        "v=0\r\no=- 1 2 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\nm=audio 4000 RTP/AVP 8\r\n"
    static let xml = "<?xml version=\"1.0\"?>\r\n<presence entity=\"sip:a@b\">\r\n<tuple id=\"x\"/>\r\n</presence>"
    static let fragment = "SIP/2.0 180 Ringing\r\n"
    static let inner = "BYE sip:x@y SIP/2.0\r\nCSeq: 2 BYE\r\n\r\n"
    static let parts =
        "--b1\r\nContent-Type: application/sdp\r\n\r\n\(sdp)\r\n--b1\r\nContent-Type: message/sip\r\n\r\n\(inner)\r\n--b1--\r\n"

    /// A type of body, and a body of it.
    static let bodies: [(type: String, text: String)] = [
        ("", ""), ("application/sdp", sdp), ("application/sdp", String(sdp.dropLast(1))), ("application/pidf+xml", xml),
        ("message/sipfrag;version=2.0", fragment), ("multipart/mixed;boundary=b1", parts), ("text/plain", "Hello."),
        ("message/sip", inner), ("", ""), ("text/plain", "See\r\n\r\nthere\r\n"),
    ]
    static let methods = ["INVITE", "ACK", "BYE", "OPTIONS", "NOTIFY", "MESSAGE", "REGISTER", "UPDATE", "INFO"]

    /// A request or a response, its number in its Call-ID.
    static func message(_ number: Int, body: Int) -> String {
        let method = methods[number % methods.count]
        let start =
            number % 3 == 0 ? "SIP/2.0 \(number % 2 == 0 ? "200 OK" : "180 Ringing")" : "\(method) sip:b@c SIP/2.0"
        return message(start, "Call-ID: \(number)@a\r\nCSeq: \(number) \(method)\r\n", bodies[body % bodies.count])
    }

    /// A message with its right length.
    static func message(_ start: String, _ fields: String, _ body: (type: String, text: String)) -> String {
        let type = body.type.isEmpty ? "" : "Content-Type: \(body.type)\r\n"
        return "\(start)\r\nVia: SIP/2.0/TCP 192.0.2.1;branch=z9hG4bK1\r\n\(fields)\(type)"
            + "Content-Length: \(body.text.utf8.count)\r\n\r\n\(body.text)"
    }
}
