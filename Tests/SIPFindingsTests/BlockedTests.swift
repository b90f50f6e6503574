import SIPCatalog
import SIPDialogs
import SIPFindings
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@Suite("blocked/no-redress")
struct BlockedTests {
    private static let card = "<https://block.example.com/card>;purpose=jwscard"

    private func blocked(_ method: SIPParsing.Method = .invite, _ status: UInt16 = 608, lines: [String]) -> SIPScenario
    {
        var scenario = SIPScenario()
        let request = scenario.request(method, from: .alice, to: .bob, at: 0)
        scenario.response(status, to: request, at: 0.1, lines: lines)
        return scenario
    }

    @Test("A 608 without Call-Info", arguments: [SIPParsing.Method.invite, .message])
    func without(method: SIPParsing.Method) {
        let findings = blocked(method, lines: []).findings(until: 60)
        #expect(findings.map(Verdict.init) == [Verdict("blocked/no-redress", .warning, .proven, [1, 2])])
        #expect(
            findings.first?.message
                == "192.0.2.2:5060 rejected the \(method.name) for sip:bob@192.0.2.2 with 608 Rejected, without a "
                + "Call-Info header field: the caller is not told whom to ask for redress")
    }

    @Test("A Call-Info for something else")
    func otherPurpose() {
        let findings = blocked(lines: ["Call-Info: <https://block.example.com/logo>;purpose=icon"]).findings(until: 60)
        #expect(findings.map(\.rule) == ["blocked/no-redress"])
        #expect(findings.first?.message.contains("with a Call-Info of another purpose than jwscard") == true)
    }

    @Test(
        "A card, wherever it stands",
        arguments: [
            ["Call-Info: \(card)"], ["Call-Info: <https://block.example.com/logo>;purpose=icon, \(card)"],
            ["Call-Info: <https://block.example.com/logo>;purpose=icon", "Call-Info: \(card)"],
            ["Call-Info: <https://block.example.com/card>; PURPOSE=JWSCard"],
            ["Call-Info: <https://block.example.com/\(String(repeating: "x", count: 3_000))>;purpose=jwscard"],
        ])
    func withCard(lines: [String]) {
        #expect(blocked(lines: lines).verdicts(until: 60) == [])
        #expect(blocked(.message, lines: lines).verdicts(until: 60) == [])
    }

    @Test("Other rejections owe no card", arguments: [403, 480, 603, 607])
    func others(status: UInt16) {
        #expect(blocked(.invite, status, lines: []).verdicts(until: 60) == [])
    }

    @Test("A response that the snap length cut may have had one")
    func cut() {
        var tracker = Tracker()
        blocked(lines: []).forEachMessage { message, bytes, header in
            var header = header
            header.isTruncated = message.status == 608
            tracker.feed(message, bytes, header)
        }
        tracker.finish()
        #expect(tracker.finished.count == 1)
        let context = RuleContext(
            timers: TimerValues(), directions: tracker.directions, hasLoss: false,
            captureStart: Timestamp(nanoseconds: 0), catalog: .english)
        #expect(tracker.finished.flatMap { Rule.findings(in: $0, context) }.map(Verdict.init) == [])
    }

    @Test("Seen on two hops, it is one finding, and it names who blocked")
    func twoHops() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .proxy, at: 0, uri: SIPScenario.Party.bob.uri)
        let forwarded = scenario.forward(invite, by: .proxy, to: .bob, at: 0.01)
        scenario.response(608, to: forwarded, at: 0.1)
        scenario.response(608, to: invite, at: 0.11)
        let findings = scenario.findings(until: 60)
        #expect(findings.map(Verdict.init) == [Verdict("blocked/no-redress", .warning, .proven, [1, 4])])
        #expect(findings.first?.message.hasPrefix("192.0.2.2:5060 rejected") == true)
    }
}
