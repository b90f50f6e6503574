import SIPWatchKit
import Testing
import TraceTypes
import _TestSupport

@testable import SIPWatchKit

@Suite("Where it is asked for, a message knows all frames that brought a part of it")
struct MessagePartsTests {
    private static func message(_ number: Int) -> String {
        WebSocketBytes.message(number).replacing("X-Padding: ", with: "Content-Length: 0")
    }

    /// The parts of some frames, by number.
    private func parts(_ frames: [[UInt8]], keepsParts: Bool = true) -> [UInt64: [UInt64]]? {
        var extraction = Extraction(keepsParts: keepsParts)
        for frame in frames { extraction.feed(frame) }
        extraction.finish()
        guard let parts = extraction.extractor.parts else { return nil }
        return Dictionary(
            uniqueKeysWithValues: parts.frames.map { ($0.key.rawValue, $0.value.map(\.rawValue)) })
    }

    @Test func fragments() {
        let (source, destination) = (SIPScenario.Party.alice.endpoint, SIPScenario.Party.bob.endpoint)
        let pieces = PacketBuilder(Self.message(1)).udp(from: source.port, to: destination.port)
            .ipv4Fragments(from: source.address, to: destination.address, size: 104).map { $0.ethernet().bytes }
        #expect(pieces.count == 3)
        #expect(parts([pieces[2], pieces[0], pieces[0], pieces[1]]) == [4: [1, 2, 4]])
        #expect(parts(pieces, keepsParts: false) == nil)
    }

    @Test func severalMessagesToASegmentAndSeveralSegmentsToAMessage() {
        let first = Self.message(1).utf8.count
        let stream = Segments(bytes: Array((1...4).map(Self.message).joined().utf8))
        let end = stream.bytes.count
        // 1 SYN; 2 to 4: the first message, and all of the second but its end; 5: the rest.
        let cuts = [0, 60, 120, 2 * first - 10, end]
        let frames = zip(cuts, cuts.dropFirst()).map { stream.segment($0..<$1) }
        #expect(parts([stream.synchronize] + frames) == [4: [2, 3, 4], 5: [4, 5]])
        // The second segment comes last, and once more.
        let late = [frames[0], frames[2], frames[3], frames[1], frames[1]]
        #expect(parts([stream.synchronize] + late) == [5: [2, 3, 4, 5]])
    }

    @Test func everySegmentOfOneByte() {
        let stream = Segments(bytes: Array(Self.message(1).utf8))
        let last = UInt64(stream.bytes.count + 1)
        #expect(parts([stream.synchronize] + stream.cut(every: 1)) == [last: Array(2...last)])
    }

    @Test("A WebSocket message has the handshake with it, which makes the connection one")
    func webSocket() {
        let messages = (1...2).map { WebSocketBytes.frame(WebSocketBytes.message($0)) }
        let stream = Segments(bytes: Array(WebSocketBytes.request.utf8) + messages.flatMap { $0 })
        let head = WebSocketBytes.request.utf8.count
        let cuts = [0, 40, head, head + messages[0].count, stream.bytes.count]
        let frames = zip(cuts, cuts.dropFirst()).map { stream.segment($0..<$1) }
        #expect(parts([stream.synchronize] + frames) == [4: [2, 3, 4], 5: [2, 3, 5]])
    }

    @Test("A stream that is something else needs none")
    func notSIP() {
        var extraction = Extraction(keepsParts: true)
        let stream = Segments(bytes: [UInt8](repeating: 0x41, count: 20_000))
        extraction.feed(stream.synchronize)
        for frame in stream.cut(every: 1000).prefix(3) { extraction.feed(frame) }
        #expect(extraction.extractor.streams.values.map(\.parts?.count) == [3])
        for frame in stream.cut(every: 1000).dropFirst(3) { extraction.feed(frame) }
        #expect(extraction.extractor.streams.values.map(\.parts?.count) == [0])
        extraction.finish()
        #expect(extraction.extractor.parts?.dropped == 0)
    }

    @Test("All streams together keep so many pieces; messages that lack some are counted")
    func totalLimit() {
        var parts = MessageParts(pieceLimit: 4)
        var streams: [StreamParts?] = [StreamParts(), StreamParts()]
        func add(_ count: UInt64, to index: Int, from start: UInt64 = 0) {
            let before = streams[index]?.count ?? 0
            for number in start..<(start + count) {
                streams[index]?.add([FrameNumber(rawValue: number)], end: 10 * number + 10)
            }
            parts.settle(&streams[index], before: before, isNeeded: true)
        }
        add(3, to: 0)
        add(2, to: 1)
        #expect(streams.map { $0?.count } == [3, 0])
        #expect(streams[1]?.frames(of: 0..<20) == [])
        add(1, to: 1, from: 2)
        #expect(parts.dropped == 1)
        #expect(streams[1]?.frames(of: 20..<30) == [FrameNumber(rawValue: 2)])
        #expect(streams[0]?.frames(of: 0..<30).count == 3)
        parts.settle(&streams[0], before: 3, isNeeded: false)
        add(3, to: 1, from: 3)
        #expect(streams.map { $0?.count } == [0, 4])
        #expect(parts.dropped == 1)
    }

    @Test("A stream keeps so many pieces")
    func streamLimit() {
        var stream = StreamParts()
        for number in 0...UInt64(StreamParts.limit) {
            stream.add([FrameNumber(rawValue: number)], end: number + 1)
        }
        #expect(stream.count == StreamParts.limit)
        #expect(stream.frames(of: 1..<3).map(\.rawValue) == [1, 2])
        #expect(stream.takeIncomplete() == 0)
        #expect(stream.frames(of: 0..<3).map(\.rawValue) == [1, 2])
        #expect(stream.takeIncomplete() == 1)
        #expect(stream.takeIncomplete() == 0)
    }

    @Test func wrappedInWebSocket() {
        let bytes = Array(WebSocketBytes.request.utf8) + WebSocketBytes.frame(Self.message(1))
        let stream = Segments(bytes: bytes)
        let head = WebSocketBytes.request.utf8.count
        let frames = [
            stream.synchronize, stream.segment(0..<head), stream.segment(head..<(head + 90)),
            stream.segment((head + 90)..<bytes.count),
        ]
        #expect(parts(frames) == [4: [2, 3, 4]])
    }
}
