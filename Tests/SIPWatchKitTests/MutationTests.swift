import Foundation
import SIPReporting
import SIPWatchKit
import Testing
import TraceTypes
import _TestSupport

@Suite("Damaged captures never trap, and are reported in clean text")
struct MutationTests {
    private static let seeds: [UInt64] = [1, 2, UInt64.random(in: 3...UInt64.max)]
    private static let originals = Fixture.captures.compactMap { CapturedFrames(path: $0) }
    private static let files = Fixture.captures.compactMap { FileManager.default.contents(atPath: $0) }

    @Test("Frames with bytes changed, lost and repeated", arguments: seeds)
    func frames(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var messages = 0
        for round in 0..<1_500 {
            var frames = Self.originals[Int.random(in: 0..<Self.originals.count, using: &random)]
            for _ in 0..<Int.random(in: 1...12, using: &random) { Self.damage(&frames, &random) }
            var options = AnalysisOptions()
            options.retention = round.isMultiple(of: 2) ? .all : .told(2)
            var analyzer = Analyzer(options: options)
            for (index, frame) in frames.frames.enumerated() {
                let number = FrameNumber(rawValue: UInt64(index) + 1)
                let wireLength = frame.bytes.count + (Int.random(in: 0..<20, using: &random) == 0 ? 100 : 0)
                analyzer.feed(
                    FrameHeader(
                        number: number, time: frame.time, linkType: frames.linkType, wireLength: wireLength),
                    frame.bytes.span)
            }
            let report = analyzer.finish()
            messages += report.counts.total
            try Self.check(report, frames: frames.frames.count, "seed \(seed), round \(round)")
        }
        #expect(messages > 1_500)
    }

    @Test("Files with bytes changed and ends cut off", arguments: seeds)
    func files(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let folder = try TemporaryFolder()
        var read = 0
        for round in 0..<400 {
            var bytes = [UInt8](Self.files[Int.random(in: 0..<Self.files.count, using: &random)])
            for _ in 0..<Int.random(in: 0...8, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if Bool.random(using: &random) {
                bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
            }
            let file = try folder.write(bytes, "damaged.pcap")
            do {
                let report = try Analyzer.analyze(files: [file])
                read += 1
                try Self.check(report, frames: Int(report.account.frames), "seed \(seed), round \(round)")
            } catch let error as AnalysisError {
                #expect(!error.description.contains("\n") && error.description.hasPrefix(file))
            }
        }
        #expect(read > 100)
    }

    /// Changes, cuts, repeats or loses something.
    private static func damage(_ capture: inout CapturedFrames, _ random: inout SeededGenerator) {
        guard !capture.frames.isEmpty else { return }
        let index = Int.random(in: 0..<capture.frames.count, using: &random)
        let count = capture.frames[index].bytes.count
        // Behind the headers of Ethernet, IP and UDP in half of the cases, so that SIP itself is hit.
        let start = Bool.random(using: &random) ? min(42, count) : 0
        switch Int.random(in: 0..<10, using: &random) {
        case 0: capture.frames.remove(at: index)
        case 1: capture.frames[index].bytes.removeLast(Int.random(in: 0...count, using: &random))
        case 2: capture.frames.append(capture.frames[index])
        case 3: capture.frames[index].time = Timestamp(nanoseconds: Int64(bitPattern: random.next()))
        case 4 where start < count:
            let piece = capture.frames[index].bytes[Int.random(in: start..<count, using: &random)...]
            capture.frames[index].bytes.insert(
                contentsOf: Array(piece), at: Int.random(in: start..<count, using: &random))
        case _ where start < count:
            let special: [UInt8] = [0, 9, 10, 13, 27, 32, 34, 44, 58, 59, 60, 61, 62, 0x7F, 0x9B, 0xE2, 0xFF]
            capture.frames[index].bytes[Int.random(in: start..<count, using: &random)] =
                Bool.random(using: &random)
                ? special[Int.random(in: 0..<special.count, using: &random)] : UInt8.random(in: 0...255, using: &random)
        default: break
        }
    }

    /// Renders the report in all forms and looks at what comes out.
    private static func check(_ report: Report, frames: Int, _ name: String) throws {
        let account = report.account
        let parts = [account.otherFrames, account.undecodedFrames, account.incompleteFrames]
        #expect(account.frames == UInt64(frames), "\(name)")
        #expect(
            Int(account.sipFrames + account.truncatedFrames) + parts.flatMap(\.values).reduce(0, +) == frames, "\(name)"
        )
        var text = ""
        TextReport(report, style: TextStyle(isColored: false)).write { text += $0 }
        checkClean(text, name)
        guard report.exchanges.contains(where: { $0.exchange != nil }) else { return }
        var json = ""
        ReportJSON(report).write { json += $0 }
        checkClean(json, name)
        #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) is [String: Any], "\(name)")
    }

    /// No control characters but line feeds.
    private static func checkClean(_ text: String, _ name: String) {
        let bytes = Array(text.utf8)
        let isClean =
            !bytes.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F }
            && !zip(bytes, bytes.dropFirst()).contains { $0 == 0xC2 && $1 < 0xA0 }
        #expect(isClean, "\(name)")
    }
}
