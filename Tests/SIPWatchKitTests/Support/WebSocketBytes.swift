/// The bytes of WebSocket frames (RFC 6455), made by hand.
enum WebSocketBytes {
    static let request =
        "GET /sip HTTP/1.1\r\nHost: example.com\r\nUPGRADE: WebSocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: sip\r\nSec-WebSocket-Version: 13\r\n\r\n"
    static let response =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\nSec-WebSocket-Protocol: sip\r\n\r\n"

    /// A frame; `lengthBytes` 0, 2 or 8 for more than the length asks for.
    static func frame(
        _ payload: [UInt8], opcode: UInt8 = 1, isFinal: Bool = true, mask: [UInt8]? = [0x37, 0xfa, 0x21, 0x3d],
        reserved: UInt8 = 0, lengthBytes: Int = 0
    ) -> [UInt8] {
        let maskBit: UInt8 = mask == nil ? 0 : 0x80
        let long = max(lengthBytes, payload.count > 65_535 ? 8 : payload.count > 125 ? 2 : 0)
        let short: UInt8 = long == 8 ? 127 : long == 2 ? 126 : UInt8(payload.count)
        var bytes = [(isFinal ? 0x80 : 0) | reserved | opcode, maskBit | short]
        for position in (0..<long).reversed() {
            bytes.append(UInt8(truncatingIfNeeded: payload.count >> (8 * position)))
        }
        guard let mask else { return bytes + payload }
        return bytes + mask + payload.enumerated().map { $1 ^ mask[$0 & 3] }
    }

    static func frame(_ text: String, opcode: UInt8 = 1, isFinal: Bool = true, mask: [UInt8]? = [9, 8, 7, 6]) -> [UInt8]
    {
        frame(Array(text.utf8), opcode: opcode, isFinal: isFinal, mask: mask)
    }

    /// A SIP request without Content-Length, as RFC 7118 section 5 allows.
    static func message(_ number: Int, padding: Int = 0) -> String {
        "OPTIONS sip:bob@example.com SIP/2.0\r\nVia: SIP/2.0/WS df7jal23ls0d.invalid;branch=z9hG4bK\(number)\r\n"
            + "Max-Forwards: 70\r\nFrom: <sip:alice@example.com>;tag=a\r\nTo: <sip:bob@example.com>\r\n"
            + "Call-ID: \(number)@example.com\r\nCSeq: \(number) OPTIONS\r\nX-Padding: "
            + String(repeating: "x", count: padding) + "\r\n\r\n"
    }
}
