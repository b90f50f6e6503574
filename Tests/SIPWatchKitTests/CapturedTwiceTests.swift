import SIPFindings
import SIPReporting
import SIPWatchKit
import Testing
import TraceTypes
import _TestSupport

@Suite("A packet captured twice is counted, shown once, and changes no verdict")
struct CapturedTwiceTests {
    /// How the second capture of a packet differs from the first.
    enum Twin: CaseIterable {
        case same, tagged, routed

        func of(_ frame: [UInt8]) -> [UInt8] {
            switch self {
            case .same: frame
            case .tagged: Array(frame[..<12] + [0x81, 0, 0, 9] + frame[12...])
            case .routed:
                frame[12..<14] == [8, 0] ? Array(frame[..<22] + [frame[22] - 1] + frame[23...]) : frame
            }
        }
    }

    /// The recorded calls, all of them on Ethernet.
    static let recorded: [TruncatedCaptureTests.Capture] = TruncatedCaptureTests.captures.filter { capture in
        capture.frames.linkType == .ethernet
            && (capture.name.hasPrefix("call/") || capture.name.hasPrefix("transfer/"))
    }

    /// The report of a capture, with a twin of each frame.
    private func report(_ frames: CapturedFrames, _ twin: Twin?, after delay: Int64 = 20_000) -> Report {
        var options = AnalysisOptions()
        options.retention = .all
        var analyzer = Analyzer(options: options)
        var number: UInt64 = 0
        for frame in frames.frames {
            let later = Timestamp(nanoseconds: frame.time.nanoseconds + delay)
            let copies = [(frame.bytes, frame.time)] + (twin.map { [($0.of(frame.bytes), later)] } ?? [])
            for (bytes, time) in copies {
                number += 1
                let header = FrameHeader(
                    number: FrameNumber(rawValue: number), time: time, linkType: frames.linkType,
                    wireLength: bytes.count)
                analyzer.feed(header, bytes.span)
            }
        }
        return analyzer.finish()
    }

    /// What a report says of calls, without frames and times.
    private func verdicts(_ report: Report) -> [String] {
        report.exchanges.map { judged in
            let summary = judged.summary
            return "\(summary.id) \(summary.outcome) \(summary.status) \(summary.reason) \(summary.duration == nil) "
                + judged.findings.map { "\($0.rule) \($0.severity) \($0.confidence)" }.joined(separator: ", ")
        }
    }

    @Test(arguments: recorded, Twin.allCases)
    func twice(_ capture: TruncatedCaptureTests.Capture, _ twin: Twin) {
        let once = report(capture.frames, nil)
        let twice = report(capture.frames, twin)
        #expect(verdicts(twice) == verdicts(once))
        #expect(twice.counts.retransmissions == once.counts.retransmissions)
        // TCP keeps the second copy of a segment from the messages.
        let isTCP = capture.name.contains("tcp")
        #expect(twice.counts.duplicates == (isTCP ? 0 : once.counts.total))
        #expect(twice.counts.total == once.counts.total * (isTCP ? 1 : 2))
        var text = ""
        TextReport(twice, style: TextStyle(isColored: false)).write { text += $0 }
        var single = ""
        TextReport(once, style: TextStyle(isColored: false)).write { single += $0 }
        let rows = { (text: String) in text.split(separator: "\n").count { $0.contains("▶") || $0.contains("◀") } }
        #expect(rows(text) == rows(single))
        #expect(isTCP || rows(text) == 0 || text.contains("captured 2 times"))
    }

    @Test func thereAreRecordings() {
        #expect(Self.recorded.count > 20)
    }
}
