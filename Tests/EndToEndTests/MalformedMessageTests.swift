import Testing
import _TestSupport

@Suite("What is malformed is named, and nothing is lost (RFC 4475)")
struct MalformedMessageTests {
    @Test func inText() throws {
        let folder = try TemporaryFolder()
        let torture = try TortureCapture()
        let text = try SIPWatch.run("--details", "all", torture.write(to: folder)).output
        #expect(torture.names.count == 49)
        #expect(text.contains("Messages: 49 "))
        for words in [
            "; 23 malformed", "\nMalformed: bad-request-uri ×3 (frames 17, 23, 25), ", "start-line-spacing ×2 (",
            "sendrecv; malformed: bad-date; in the body: bad-sdp", "no status code ×1",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func inJSON() throws {
        let folder = try TemporaryFolder()
        let report = try ReportDocument(of: TortureCapture().write(to: folder), in: folder.path)
        #expect(report.messages.total == 49)
        #expect(report.messages.anomalies["other-version"] == 1)
        #expect(report.messages.anomalies["bytes-after-body"] == 1)
        #expect(report.messages.anomalyFrames["other-version"]?.count == 1)
        #expect(report.messages.malformed == 23)
    }

    @Test("A capture without fault names none")
    func nothingWrong() throws {
        let report = try SIPWatch.run(Fixture("call/answered").path).output
        #expect(!report.contains("alformed"))
    }
}
