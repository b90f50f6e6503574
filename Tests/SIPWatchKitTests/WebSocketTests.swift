import SIPParsing
import SIPReporting
import Testing
import TraceTypes
import _TestSupport

@testable import SIPWatchKit

@Suite("SIP over WebSocket is unframed (RFC 7118)")
struct WebSocketTests {
    private typealias Wire = WebSocketBytes

    /// What comes out of a stream cut every so many bytes.
    private func extraction(
        _ bytes: [UInt8], every size: Int = 1_400, isBegun: Bool = false, limits: ParsingLimits = ParsingLimits()
    ) -> Extraction {
        let stream = Segments(bytes: bytes)
        let frames = stream.cut(every: size)
        let extraction = Extraction.of((isBegun ? [] : [stream.synchronize]) + frames, limits: limits)
        #expect(extraction.counted == frames.count + (isBegun ? 0 : 1))
        return extraction
    }

    private static let conversation =
        Array(Wire.request.utf8) + Wire.frame(Wire.message(1)) + Wire.frame("\r\n\r\n") + Wire.frame("", opcode: 9)
        + Wire.frame(Wire.message(2), opcode: 2, mask: [0, 0, 0, 0])
        + Wire.frame(String(Wire.message(3).prefix(40)), isFinal: false) + Wire.frame("beat", opcode: 10)
        + Wire.frame(String(Wire.message(3).dropFirst(40).prefix(10)), opcode: 0, isFinal: false)
        + Wire.frame("", opcode: 0, isFinal: false)
        + Wire.frame(String(Wire.message(3).dropFirst(50)), opcode: 0)
        + Wire.frame(Array(Wire.message(4, padding: 70_000).utf8)) + Wire.frame(Wire.message(5))
        + Wire.frame("", opcode: 8)

    private static let messages = [(1, 0), (2, 0), (3, 0), (4, 70_000), (5, 0)].map {
        Wire.message($0.0, padding: $0.1)
    }

    @Test(arguments: [1, 2, 3, 14, 100, 1_400, 100_000])
    func masked(_ size: Int) {
        // A segment has no more bytes than an IP packet.
        let extraction = extraction(Self.conversation, every: min(size, 60_000))
        #expect(extraction.found.map(\.text) == Self.messages)
        #expect(extraction.found.allSatisfy { $0.header.transport == .webSocket && !$0.header.isTruncated })
        #expect(extraction.extractor.keepAlives == 1)
        #expect(extraction.account.skippedStreamBytes == 0)
    }

    @Test(arguments: 1..<400)
    func cutAtEachByte(_ cut: Int) {
        let bytes = Array(Wire.request.utf8) + Wire.frame(Wire.message(1)) + Wire.frame(Wire.message(2))
        let stream = Segments(bytes: bytes)
        let position = cut * 2 % bytes.count
        let frames = [stream.segment(0..<position), stream.segment(position..<bytes.count)]
        for frames in [frames, frames.reversed()] {
            let extraction = Extraction.of([stream.synchronize] + frames)
            #expect(extraction.found.map(\.text) == [Wire.message(1), Wire.message(2)])
        }
    }

    @Test func unmaskedFromTheServer() {
        let answer = Wire.message(1)
        let extraction = extraction(Array(Wire.response.utf8) + Wire.frame(answer, mask: nil))
        #expect(extraction.found.map(\.text) == [answer])
        #expect(extraction.account.otherFrames == ["tcp-without-data": 1])
    }

    @Test func framesAreCountedAsWhatTheyCarry() {
        let parts =
            [Array(Wire.request.utf8), Wire.frame("", opcode: 9), Wire.frame("hello"), Wire.frame(Wire.message(1))]
            + [Wire.frame("", opcode: 8)]
        let stream = Segments(bytes: parts.flatMap { $0 })
        var frames = [stream.synchronize]
        var start = 0
        for part in parts {
            frames.append(stream.segment(start..<(start + part.count)))
            start += part.count
        }
        let account = Extraction.of(frames).account
        #expect(account.sipFrames == 1)
        #expect(account.otherFrames == ["http": 1, "keep-alive": 1, "websocket": 2, "tcp-without-data": 1])
    }

    @Test func compressedMessagesAreNotDecoded() {
        let compressed = Wire.frame([1, 2, 3], mask: nil, reserved: 0x40)
        let extraction = extraction(Array(Wire.response.utf8) + compressed + compressed, every: 40)
        #expect(extraction.found.isEmpty)
        #expect(extraction.account.undecodedFrames["compressed-websocket"] == 1)
        #expect(extraction.extractor.undecodedByInput == [0: ["compressed-websocket": 1]])
    }

    @Test(arguments: [1, 30, 1_400])
    func handshakeBeforeTheCapture(_ size: Int) {
        for mask in [nil, [1, 2, 3, 4]] as [[UInt8]?] {
            let bytes = Wire.frame(Wire.message(1), mask: mask) + Wire.frame(Wire.message(2), mask: mask)
            let extraction = extraction(bytes, every: size, isBegun: true)
            #expect(extraction.found.map(\.text) == [Wire.message(1), Wire.message(2)])
            #expect(extraction.found.allSatisfy { $0.header.transport == .webSocket })
        }
    }

    @Test func begunInTheMiddleOfAFrame() {
        let frame = Wire.frame(Wire.message(1))
        let stream = Segments(bytes: Array(frame.dropFirst(100)) + Wire.frame(Wire.message(2)))
        let middle = frame.count - 100
        let extraction = Extraction.of([stream.segment(0..<middle), stream.segment(middle..<stream.bytes.count)])
        #expect(extraction.found.map(\.text) == [Wire.message(2)])
    }

    @Test func bytesThatOnlyBeginLikeAFrameAreNone() {
        for bytes in [Wire.frame("{\"json\": \"of some length\"}"), [0x81], [0x82, 0x85, 1, 2], Wire.frame("SIP")] {
            let extraction = extraction(bytes, isBegun: true)
            #expect(extraction.found.isEmpty)
            #expect(extraction.account.otherFrames == ["tcp": 1])
        }
    }

    @Test func sipAfterBytesThatBeginLikeAFrameIsFound() {
        let sip = Wire.message(1).replacing("X-Padding: ", with: "Content-Length: 0")
        let stream = Segments(bytes: [0x81, 0x85, 1, 2] + Array("\r\n\(sip)".utf8))
        #expect(Extraction.of(stream.cut(every: 4)).found.map(\.text) == [sip])
    }

    @Test func aGapCostsOneMessage() throws {
        let parts = (1...4).map { Wire.frame(Wire.message($0)) }
        let bytes = Array(Wire.request.utf8) + parts.flatMap { $0 }
        let stream = Segments(bytes: bytes)
        let second = Wire.request.utf8.count + parts[0].count
        let lost = (second + 100)..<(second + 150)
        let frames = [
            stream.synchronize, stream.segment(0..<lost.lowerBound), stream.segment(lost.upperBound..<bytes.count),
        ]
        let extraction = Extraction.of(frames)
        #expect(extraction.found.filter { !$0.header.isTruncated }.map(\.text) == [1, 3, 4].map { Wire.message($0) })
        // Of the line that the gap cut nothing is taken.
        let kept = Wire.message(2).utf8.prefix(92)
        let lines = kept[..<kept.index(after: try #require(kept.lastIndex(of: 10)))]
        #expect(extraction.found.filter(\.header.isTruncated).map(\.bytes) == [Array(lines)])
        #expect(extraction.account.reassembly["stream-gap"] == 1)
        #expect(extraction.account.skippedStreamBytes > 0)
        #expect(extraction.counted == frames.count)
    }

    static let broken: [(name: String, bytes: [UInt8])] = [
        ("reserved opcode", [0x83, 0]), ("reserved bits", [0xb1, 0]), ("long ping", [0x89, 126, 0, 200]),
        ("ping in parts", [0x09, 0]), ("length over all bounds", [0x82, 127] + [UInt8](repeating: 255, count: 8)),
        ("compressed continuation", [0xc0, 0]),
    ]

    @Test(arguments: broken)
    func afterWhatIsNoFrameTheNextMessageIsFound(_ name: String, _ bytes: [UInt8]) {
        let stream =
            Array(Wire.response.utf8) + Wire.frame(Wire.message(1), mask: nil) + bytes
            + Wire.frame(Wire.message(2), mask: nil)
        let extraction = extraction(stream)
        #expect(extraction.found.map(\.text) == [Wire.message(1), Wire.message(2)], "\(name)")
        #expect(extraction.account.skippedStreamBytes == bytes.count, "\(name)")
    }

    @Test func aMessageOverTheLimitIsPassedOver() {
        var limits = ParsingLimits()
        limits.messageBytes = 1_000
        let long = String(repeating: "x", count: 1_200)
        let bytes =
            Array(Wire.request.utf8) + Wire.frame(long) + Wire.frame(String(long.prefix(600)), isFinal: false)
            + Wire.frame(String(long.prefix(600)), opcode: 0) + Wire.frame(Wire.message(1))
        for size in [1, 1_400] {
            let extraction = extraction(bytes, every: size, limits: limits)
            #expect(extraction.found.map(\.text) == [Wire.message(1)])
            #expect(extraction.account.oversizeMessages == 2)
        }
    }

    @Test func plainHTTPIsOther() {
        let get = "GET / HTTP/1.1\r\nHost: example.com\r\n\r\n"
        let ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
        #expect(extraction(Array(get.utf8)).account.otherFrames["http"] == 1)
        #expect(extraction(Array(ok.utf8), every: 5).account.otherFrames["http"] == 8)
        // The upgrade may come later on the same connection.
        let refused = Segments(bytes: Array((get + Wire.request).utf8) + Wire.frame(Wire.message(1)))
        let cut = get.utf8.count
        let frames = [refused.synchronize, refused.segment(0..<cut), refused.segment(cut..<refused.bytes.count)]
        #expect(Extraction.of(frames).found.map(\.text) == [Wire.message(1)])
    }

    @Test(arguments: [1, 2, UInt64.random(in: 3...UInt64.max)] as [UInt64])
    func damagedStreams(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            var bytes = Self.conversation.filter { _ in Int.random(in: 0..<2_000, using: &random) > 0 }
            for _ in 0..<20 {
                bytes[Int.random(in: 0..<2_000, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            let extraction = extraction(bytes, every: Int.random(in: 1...3_000, using: &random))
            #expect(extraction.found.count <= 12, "seed \(seed)")
        }
    }
}
