import SIPParsing
import Testing
import _TestSupport

@testable import SIPReporting

@Suite("What the response that a call failed with means")
struct ResponseTextTests {
    private func text(_ scenario: SIPScenario) -> String {
        var text = ""
        TextReport(scenario.reported(until: 120), style: TextStyle(isColored: false)).write { text += $0 }
        return text
    }

    @Test("Each call is told with its own values; the advice for the same situation stands once")
    func sameSituation() {
        var scenario = SIPScenario()
        for (number, ringing) in [(1, 6.0), (2, 9.0)] {
            let start = Double(number) * 40
            let invite = scenario.request(
                .invite, from: .alice, to: number == 1 ? .bob : .carol, at: start, callID: "\(number)@x")
            scenario.response(180, to: invite, at: start + 0.1)
            scenario.response(486, to: invite, at: start + 0.1 + ringing)
            scenario.acknowledge(invite, at: start + 0.2 + ringing)
        }
        let text = text(scenario)
        #expect(text.contains("The device rang for 6 s") && text.contains("The device rang for 9 s"))
        #expect(text.split(separator: "What to do: as for call 1\n").count == 2)
        #expect(text.split(separator: "- Respect the rejection").count == 2)
    }

    @Test("Silence is explained of a call that is unanswered, not of one that the capture leaves open")
    func silence() {
        for (end, isTold) in [(120.0, true), (10.0, false)] {
            var scenario = SIPScenario()
            let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
            for time in [0.5, 1.5, 3.5, 7.5] { scenario.send(invite, at: time) }
            var text = ""
            TextReport(scenario.reported(until: end), style: TextStyle(isColored: false)).write { text += $0 }
            #expect(text.contains("No response to INVITE") == isTold)
        }
    }
}
