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

    @Test func wrappedInWebSocket() {
        let bytes = Array(WebSocketBytes.request.utf8) + WebSocketBytes.frame(Self.message(1))
        let stream = Segments(bytes: bytes)
        let head = WebSocketBytes.request.utf8.count
        let frames = [
            stream.synchronize, stream.segment(0..<head), stream.segment(head..<(head + 90)),
            stream.segment((head + 90)..<bytes.count),
        ]
        #expect(parts(frames) == [4: [3, 4]])
    }
}
