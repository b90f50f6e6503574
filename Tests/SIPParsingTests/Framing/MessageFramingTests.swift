import SIPParsing
import Testing

@Suite("Where the body ends in each transport")
struct MessageFramingTests {
    @Test(
        "Datagrams (RFC 3261 section 18.3) and WebSocket messages (RFC 7118 section 5)",
        arguments: [
            (nil, 10..<20, nil), (10, 10..<20, nil), (4, 10..<14, .bytesAfterBody), (0, 10..<10, .bytesAfterBody),
            (11, 10..<20, .shortBody), (.max, 10..<20, .shortBody), (-1, 10..<10, .bytesAfterBody),
        ] as [(Int?, Range<Int>, Anomaly.Kind?)])
    func packets(length: Int?, range: Range<Int>, anomaly: Anomaly.Kind?) {
        for framing in [MessageFraming.datagram, .webSocket] {
            let body = framing.body(in: 10..<20, contentLength: length)
            #expect(body.range == range)
            #expect(body.anomaly == anomaly)
        }
    }

    @Test("A stream's framer has found the end", arguments: [nil, 0, 4, 99])
    func stream(length: Int?) {
        let body = MessageFraming.stream.body(in: 10..<20, contentLength: length)
        #expect(body.range == 10..<20)
        #expect(body.anomaly == nil)
    }
}
