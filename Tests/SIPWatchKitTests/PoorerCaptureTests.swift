import SIPFindings
import SIPReporting
import SIPWatchKit
import Testing
import TraceTypes
import _TestSupport

@Suite("A poorer capture of recorded traffic shows nothing that the whole one does not")
struct PoorerCaptureTests {
    /// What a finding may turn into where the history is missing that makes the difference.
    private static let lesserRules = ["redirect/loop": "redirect/not-followed"]

    /// Findings that hold at the end of a shorter capture, because the fault was made good after its deadline.
    private static let cured: [String: Set<String>] = [:]

    private typealias Frames = [(bytes: [UInt8], time: Timestamp)]

    /// The rules with findings in these frames.
    private func rules(_ frames: some Sequence<(bytes: [UInt8], time: Timestamp)>, _ capture: CapturedFrames) -> Set<
        String
    > {
        var analyzer = Analyzer()
        for (index, frame) in frames.enumerated() {
            let header = FrameHeader(
                number: FrameNumber(rawValue: UInt64(index) + 1), time: frame.time, linkType: capture.linkType,
                wireLength: frame.bytes.count)
            analyzer.feed(header, frame.bytes.span)
        }
        return Set(analyzer.finish().findings.map(\.rule))
    }

    /// What these frames show and the whole capture does not.
    private func news(
        _ frames: some Sequence<(bytes: [UInt8], time: Timestamp)>, _ capture: TruncatedCaptureTests.Capture,
        _ whole: Set<String>
    ) -> Set<String> {
        let allowed = whole.union(whole.compactMap { Self.lesserRules[$0] }).union(Self.cured[capture.name] ?? [])
        return rules(frames, capture.frames).subtracting(allowed)
    }

    @Test("Cut short after each frame", arguments: TruncatedCaptureTests.captures)
    func cutShort(_ capture: TruncatedCaptureTests.Capture) {
        let frames = capture.frames.frames
        let whole = rules(frames, capture.frames)
        for count in frames.indices {
            #expect(news(frames.prefix(count), capture, whole) == [], "the first \(count) frames")
        }
    }

    @Test("Begun after each frame", arguments: TruncatedCaptureTests.captures)
    func begunLate(_ capture: TruncatedCaptureTests.Capture) {
        let frames = capture.frames.frames
        let whole = rules(frames, capture.frames)
        for count in frames.indices {
            #expect(news(frames.dropFirst(count), capture, whole) == [], "all but the first \(count) frames")
        }
    }

    @Test(
        "One direction is missing", arguments: TruncatedCaptureTests.captures.filter { $0.frames.linkType == .ethernet }
    )
    func oneDirection(_ capture: TruncatedCaptureTests.Capture) {
        let frames = capture.frames.frames
        let whole = rules(frames, capture.frames)
        for direction in Set(frames.compactMap { Self.direction($0.bytes) }) {
            let rest = frames.filter { Self.direction($0.bytes) != direction }
            #expect(news(rest, capture, whole) == [], "without \(direction)")
        }
    }

    @Test("Years before and after", arguments: TruncatedCaptureTests.captures)
    func shifted(_ capture: TruncatedCaptureTests.Capture) {
        let frames = capture.frames.frames
        let whole = rules(frames, capture.frames)
        for years: Int64 in [-50, -1, 1, 50] {
            let moved = frames.map { (bytes: $0.bytes, time: $0.time + .seconds(years * 31_556_952)) }
            #expect(rules(moved, capture.frames) == whole)
        }
    }

    /// The addresses of an Ethernet frame's IP packet.
    private static func direction(_ frame: [UInt8]) -> [UInt8]? {
        guard frame.count >= 54 else { return nil }
        switch (frame[12], frame[13]) {
        case (0x08, 0x00): return Array(frame[26..<34])
        case (0x86, 0xDD): return Array(frame[22..<54])
        default: return nil
        }
    }
}
