import SIPFindings
import SIPReporting
import SIPWatchKit
import Testing
import TraceTypes
import _TestSupport

@Suite("What a capture file tells of losses counts")
struct FileLossTests {
    /// A call whose 200 is never acknowledged, with what the interface counted.
    private func report(_ statistics: [PcapngBuilder.Option]) throws -> Report {
        let call = try #require(CapturedFrames(path: Fixture("call/missing-ack").path))
        var file = PcapngBuilder()
        file.addInterface(call.linkType)
        for frame in call.frames { file.addPacket(frame.bytes, ticks: UInt64(frame.time.nanoseconds / 1000)) }
        file.addStatistics(statistics)
        let folder = try TemporaryFolder()
        return try Analyzer.analyze(files: [folder.write(file.bytes, "call.pcapng")])
    }

    @Test("Nothing was lost: silence is evidence")
    func nothing() throws {
        let report = try report([(4, .number(20)), (5, .number(0)), (7, .number(0))])
        #expect(report.findings.map(\.rule) == ["invite/missing-ack"])
        #expect(report.account.droppedFrames == 0)
    }

    @Test("Something was lost: silence is none")
    func drops() throws {
        let report = try report([(4, .number(20)), (5, .number(2)), (7, .number(3))])
        #expect(report.findings.isEmpty)
        #expect(report.account.droppedFrames == 3)
        #expect(report.account.droppedByInterface == 2)
        #expect(report.account.inputs.map(\.droppedFrames) == [3])
    }

    @Test("Absurd numbers are no larger than can be written")
    func absurd() throws {
        let report = try report([(5, .number(.max - 1)), (7, .number(.max - 1))])
        #expect(report.account.droppedFrames == UInt64(Int.max))
        #expect(report.account.droppedByInterface == UInt64(Int.max))
        var json = ""
        ReportJSON(report).write { json += $0 }
        #expect(json.contains("\"droppedFrames\": \(Int.max)") || json.contains("\"droppedFrames\" : \(Int.max)"))
    }
}
