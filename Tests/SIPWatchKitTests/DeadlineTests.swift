import SIPFindings
import SIPWatchKit
import Testing
import TraceTypes
import _TestSupport

@Suite("Live, a finding comes when its deadline passes, without another message")
struct DeadlineTests {
    @Test(
        arguments: [
            // The fixture, how many of its frames are captured, and the whole second after the last of them in which the
            // deadline has passed: 64*T1, or the time in which a client follows a redirect.
            ("transfer/no-notify", 7, "transfer/no-notify", 32),
            ("redirect/not-followed-302", 3, "redirect/not-followed", 4),
            ("call/missing-ack", 7, "invite/missing-ack", 29), ("transfer/blind-declined", 15, "transfer/failed", 0),
        ])
    func deadline(fixture: String, frames: Int, rule: String, second: Int) throws {
        let capture = try #require(CapturedFrames(path: Fixture(fixture).path))
        let seen = Seen()
        var analyzer = Analyzer()
        analyzer.onMessage = { _ in }
        analyzer.onDue = { _, findings in seen.rules += findings.map(\.rule) }
        for (number, frame) in capture.frames.prefix(frames).enumerated() {
            analyzer.feed(
                FrameHeader(
                    number: FrameNumber(rawValue: UInt64(number) + 1), time: frame.time, linkType: capture.linkType,
                    wireLength: frame.bytes.count),
                frame.bytes.span)
        }
        let last = try #require(capture.frames.prefix(frames).last).time
        var first: Int?
        for later in 0...80 {
            if seen.rules.contains(rule), first == nil { first = later }
            analyzer.idle(at: last + .seconds(Int64(later)) + .milliseconds(50))
        }
        // What the messages themselves show is told with the last of them, before time goes on.
        #expect(first == (second == 0 ? 0 : second + 1))
    }

    private final class Seen {
        var rules: [String] = []
    }
}
