import SIPReporting
import SIPWatchKit
import Testing
import TraceTypes
import _TestSupport

@Suite("A TCP trace cut at every possible segment boundary gives the same messages")
struct SegmentBoundaryTests {
    /// A direction of the recorded connection, with its messages.
    struct Direction: Sendable, CustomTestStringConvertible {
        var source: Endpoint
        var destination: Endpoint
        var messages: [[UInt8]]
        var testDescription: String { "\(source) → \(destination)" }

        var segments: Segments {
            Segments(bytes: messages.flatMap { $0 }, source: source, destination: destination)
        }

        /// Whether all messages come out of frames, and nothing else.
        func isWhole(_ frames: [[UInt8]]) -> Bool {
            let extraction = Extraction.of([segments.synchronize] + frames + [segments.finish])
            return extraction.found.map(\.bytes) == messages
                && extraction.found.allSatisfy { $0.header.source == source && !$0.header.isTruncated }
                && extraction.counted == frames.count + 2 && extraction.account.incompleteFrames.isEmpty
                && extraction.account.skippedStreamBytes == 0
        }
    }

    static let directions: [Direction] = {
        guard let frames = CapturedFrames(path: Fixture("call/tcp").path) else { return [] }
        var directions: [Direction] = []
        for found in Extraction.of(frames).found {
            let header = found.header
            if let known = directions.firstIndex(where: { $0.source == header.source }) {
                directions[known].messages.append(found.bytes)
            } else {
                directions.append(
                    Direction(source: header.source, destination: header.destination, messages: [found.bytes]))
            }
        }
        return directions
    }()

    @Test func theRecordingIsWhole() {
        #expect(Self.directions.map(\.messages.count) == [3, 4])
    }

    @Test(arguments: directions)
    func atEachByte(_ direction: Direction) {
        let stream = direction.segments
        let damaged = (1..<stream.bytes.count).filter { cut in
            let first = stream.segment(0..<cut)
            let second = stream.segment(cut..<stream.bytes.count)
            let overlapping = stream.segment(max(0, cut - 40)..<stream.bytes.count)
            let orders = [
                [first, second], [second, first], [first, first, second, second], [second, second, first, first],
                [first, overlapping], [overlapping, first],
            ]
            return !orders.allSatisfy(direction.isWhole)
        }
        #expect(damaged == [])
    }

    @Test(arguments: directions, [1, 2, 3, 7, 100])
    func everywhere(_ direction: Direction, _ size: Int) {
        let frames = direction.segments.cut(every: size)
        #expect(direction.isWhole(frames), "in order")
        let doubled = frames.flatMap { [$0, $0] }
        #expect(direction.isWhole(doubled), "doubled")
        // No more at a time than may wait for what lies before.
        let window = 1_000
        let windows = stride(from: 0, to: frames.count, by: window).map { frames[$0..<min($0 + window, frames.count)] }
        let reversed = windows.flatMap { Array($0.reversed()) }
        #expect(direction.isWhole(reversed), "reversed")
        let both = windows.flatMap { Array($0.reversed()) + Array($0.reversed()) }
        #expect(direction.isWhole(both), "reversed and doubled")
    }

    @Test(arguments: directions)
    func joinedMidway(_ direction: Direction) {
        let stream = direction.segments
        for cut in 1..<stream.bytes.count {
            var ends = 0
            let whole = direction.messages.filter { message in
                defer { ends += message.count }
                return ends >= cut
            }
            let extraction = Extraction.of([stream.segment(cut..<stream.bytes.count)])
            #expect(extraction.found.suffix(whole.count).map(\.bytes) == whole, "at \(cut)")
            #expect(extraction.found.count <= whole.count + 1, "at \(cut)")
        }
    }

    @Test("Loss in the middle costs the message it is in, and the gap is counted", arguments: directions)
    func loss(_ direction: Direction) {
        let stream = direction.segments
        let size = 50
        let frames = stream.cut(every: size)
        for lost in frames.indices.dropFirst().dropLast() {
            var kept = frames
            kept.remove(at: lost)
            let extraction = Extraction.of([stream.synchronize] + kept + [stream.finish])
            let gap = (lost * size)..<((lost + 1) * size)
            var start = 0
            var whole: [[UInt8]] = []
            for message in direction.messages {
                if !(start..<(start + message.count)).overlaps(gap) { whole.append(message) }
                start += message.count
            }
            #expect(extraction.found.filter { !$0.header.isTruncated }.map(\.bytes) == whole, "\(lost)")
            #expect(extraction.found.count <= direction.messages.count, "\(lost)")
            #expect(extraction.account.reassembly["stream-gap"] == 1, "\(lost)")
            #expect(extraction.counted == kept.count + 2, "\(lost)")
        }
    }

    @Test("Messages of a connection that took over the ports are not mixed with the old one's", arguments: directions)
    func reusedPorts(_ direction: Direction) {
        var second = direction.segments
        second.start = 5_000
        let half = direction.segments.bytes.count / 2
        let frames =
            [direction.segments.synchronize, direction.segments.segment(0..<half), second.synchronize]
            + second.cut(every: 200) + [second.finish]
        let extraction = Extraction.of(frames)
        #expect(extraction.found.suffix(direction.messages.count).map(\.bytes) == direction.messages)
        #expect(extraction.counted == frames.count)
    }

    @Test("Two captures of one connection give each message once", arguments: directions)
    func capturedTwice(_ direction: Direction) throws {
        let frames = try #require(CapturedFrames(path: Fixture("call/tcp").path))
        var twice = frames
        twice.frames = frames.frames.flatMap { [$0, ($0.bytes, $0.time + .milliseconds(1))] }
        let extraction = Extraction.of(twice)
        #expect(extraction.found == Extraction.of(frames).found)
        #expect(extraction.counted == twice.frames.count)
    }
}
