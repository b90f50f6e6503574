import SIPFindings
import SIPReporting
import SIPWatchKit
import Testing
import TraceTypes
import _TestSupport

@testable import SIPWatchKit

@Suite("A snap length costs bytes and blames nobody")
struct TruncatedCaptureTests {
    static let captures: [Capture] = Fixture.all.compactMap { fixture in
        CapturedFrames(path: fixture.path).map { Capture(name: fixture.name, frames: $0) }
    }

    struct Capture: Sendable, CustomTestStringConvertible {
        var name: String
        var frames: CapturedFrames
        var testDescription: String { name }
    }

    /// The report of a capture of which each frame is cut to so many bytes.
    private func report(_ frames: CapturedFrames, snapLength: Int) -> Report {
        var options = AnalysisOptions()
        options.retention = .all
        var analyzer = Analyzer(options: options)
        for (index, frame) in frames.frames.enumerated() {
            let header = FrameHeader(
                number: FrameNumber(rawValue: UInt64(index + 1)), time: frame.time, linkType: frames.linkType,
                wireLength: frame.bytes.count)
            analyzer.feed(header, Array(frame.bytes.prefix(snapLength)).span)
        }
        return analyzer.finish()
    }

    @Test(arguments: captures, [42, 48, 54, 60, 96, 150, 200, 250, 300, 350, 400, 500, 600, 700])
    func cut(_ capture: Capture, _ snapLength: Int) {
        let whole = report(capture.frames, snapLength: .max)
        let cut = report(capture.frames, snapLength: snapLength)
        let known = Set(whole.findings.map { "\($0.rule) \($0.exchange)" })
        let new = cut.findings.filter { !known.contains("\($0.rule) \($0.exchange)") }
        #expect(new.map { "\($0.rule): \($0.message)" } == [])
        #expect(cut.counts.malformed <= whole.counts.malformed)
        let kinds = Set(whole.counts.anomalies.keys)
        #expect(cut.counts.anomalies.keys.filter { !kinds.contains($0) } == [])

        let account = cut.account
        let parts = [account.otherFrames, account.undecodedFrames, account.incompleteFrames]
        let counted = parts.flatMap(\.values).reduce(Int(account.sipFrames + account.truncatedFrames), +)
        #expect(counted == capture.frames.frames.count)
        let isCut = capture.frames.frames.contains { $0.bytes.count > snapLength }
        if cut.account.truncatedMessages > 0 { #expect(isCut && account.truncatedFrames > 0) }
        if !isCut { #expect(account.truncatedFrames == 0) }
    }

    @Test(arguments: captures)
    func everyFrameIsCountedOnce(_ capture: Capture) {
        let extraction = Extraction.of(capture.frames)
        #expect(extraction.counted == capture.frames.frames.count)
        #expect(extraction.account.truncatedFrames == 0)
        #expect(extraction.account.incompleteFrames.isEmpty)
    }
}
