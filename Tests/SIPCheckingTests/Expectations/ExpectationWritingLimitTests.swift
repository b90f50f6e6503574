import SIPChecking
import SIPParsing
import Testing
import _TestSupport

@Suite("What is written of a long trace can be read")
struct ExpectationWritingLimitTests {
    @Test func aLongTraceIsWrittenAsFarAsThereIsRoom() throws {
        var scenario = SIPScenario()
        for number in 0..<1_003 {
            let invite = scenario.request(
                .invite, from: .alice, to: .bob, at: Double(number), callID: "call-\(number)", fromTag: "t\(number)")
            scenario.response(486, to: invite, at: Double(number) + 0.1)
            scenario.acknowledge(invite, 486, at: Double(number) + 0.2)
        }
        let written = try WrittenTrace(scenario, until: 2_000)
        #expect(written.read.calls.count == 1_000)
        #expect(written.read.calls.last?.value.selector.order == 1_000)
        #expect(written.text.contains("\n  # 3 more are left out.\n"))
        #expect(written.read.counts.map(\.value.text).contains("calls = 1003"))
    }

    @Test func longTextsLeaveTheFileReadable() throws {
        var scenario = SIPScenario()
        let phrase = String(repeating: "\u{1B}", count: 2_000)
        for number in 0..<200 {
            let invite = scenario.request(
                .invite, from: .alice, to: .bob, at: Double(number), callID: "call-\(number)", fromTag: "t\(number)")
            scenario.response(486, to: invite, at: Double(number) + 0.1, phrase: phrase)
            scenario.acknowledge(invite, 486, at: Double(number) + 0.2)
        }
        let written = try WrittenTrace(scenario, until: 2_000)
        #expect(written.text.utf8.count < 1 << 20)
        #expect((50..<200).contains(written.read.calls.count))
        #expect(written.text.contains("\n  # \(200 - written.read.calls.count) more are left out.\n"))
        #expect(written.read.calls.first?.value.reason?.value.written == phrase)
    }
}
