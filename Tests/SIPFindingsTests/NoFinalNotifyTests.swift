import SIPDialogs
import SIPFindings
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@Suite("transfer/no-final-notify")
struct NoFinalNotifyTests {
    /// A REFER at 5 s, accepted at 5.1 s, a NOTIFY with 100 at 5.2 s: messages 5, 6 and 7.
    private func tried(
        _ report: SIPScenario.Report = .trying, answer: UInt16 = 200
    ) -> (SIPScenario, SIPScenario.Request) {
        var scenario = SIPScenario()
        let call = scenario.answeredCall()
        let refer = scenario.refer(in: call, at: 5)
        scenario.response(200, to: refer, at: 5.1)
        scenario.report(report, in: call, at: 5.2, answer: answer)
        return (scenario, call)
    }

    @Test(
        "Stuck at 100: likely while the subscription runs, observed when it has run out",
        arguments: [
            (50, Severity.warning, Confidence.likely), (65.2, .error, .observed),
        ] as [(Double, Severity, Confidence)])
    func stuck(end: Double, severity: Severity, confidence: Confidence) {
        let verdicts = tried().0.verdicts(until: end)
        #expect(verdicts == [Verdict("transfer/no-final-notify", severity, confidence, [5, 6, 7])])
    }

    @Test("The words")
    func message() {
        #expect(
            tried().0.findings(until: 65.2).first?.message
                == "192.0.2.2:5060 accepted the REFER to sip:carol@192.0.2.3 with 200 OK, but its last NOTIFY, "
                + "0.2 s later, said 100, and in the 1 min 0 s after that the result was not reported; the "
                + "subscription has run out")
    }

    @Test("The deadline is 64*T1 after the last NOTIFY, to the nanosecond")
    func deadline() {
        let (scenario, _) = tried()
        #expect(scenario.verdicts(until: 37.2).map(\.rule) == ["transfer/no-final-notify"])
        #expect(scenario.verdicts(until: 37.2, minus: TimeSpan(nanoseconds: 1)) == [])
    }

    @Test("Frames were lost")
    func loss() {
        #expect(tried().0.verdicts(until: 90, hasLoss: true) == [])
    }

    @Test("The result is told, in time or late, also after a BYE of the transferee", arguments: [6, 37])
    func told(time: Double) {
        var (scenario, call) = tried()
        scenario.request(.bye, in: call, from: .bob, at: 5.5)
        scenario.report(.terminated("SIP/2.0 200 OK"), in: call, at: time)
        #expect(scenario.verdicts(until: 100) == [])
    }

    @Test("The transferor hung up before the deadline")
    func hungUp() {
        var (scenario, call) = tried()
        scenario.request(.bye, in: call, from: .alice, at: 6)
        #expect(scenario.verdicts(until: 100) == [])
    }

    @Test("While the referred INVITE rings the target has time")
    func ringing() {
        var (scenario, _) = tried(.active("SIP/2.0 100 Trying", expires: 300))
        let invite = scenario.referredInvite(at: 5.5)
        scenario.response(180, to: invite, at: 6)
        #expect(scenario.verdicts(until: 100) == [])
        #expect(scenario.verdicts(until: 190).map(\.rule) == ["transfer/no-final-notify"])
    }

    @Test(
        "Ended without the result",
        arguments: [
            (nil, "(it had no status line)"), ("SIP/2.0 100 Trying", "(it said 100)"),
        ] as [(String?, String)])
    func endedWithout(line: String?, remark: String) {
        let findings = tried(.terminated(line)).0.findings(until: 6)
        #expect(findings.map(Verdict.init) == [Verdict("transfer/no-final-notify", .warning, .proven, [5, 6, 7])])
        #expect(findings.first?.message.hasSuffix("ended the subscription without the result \(remark)") == true)
    }

    @Test("Ended with the result in one NOTIFY")
    func endedWith() {
        #expect(tried(.terminated("SIP/2.0 200 OK")).0.verdicts(until: 60) == [])
    }

    @Test("The transferor refused the NOTIFY, so that it gets no more")
    func refused() {
        let findings = tried(answer: 481).0.findings(until: 60)
        #expect(findings.map(Verdict.init) == [Verdict("transfer/no-final-notify", .warning, .proven, [5, 6, 7, 8])])
        #expect(findings.first?.message.contains("was answered 481 by the transferor") == true)
    }

    @Test("The transferor ended the subscription itself")
    func unsubscribed() {
        var (scenario, call) = tried()
        let subscribe = scenario.request(
            .subscribe, in: call, from: .alice, at: 7, lines: ["Event: refer", "Expires: 0"])
        scenario.response(200, to: subscribe, at: 7.1, lines: ["Expires: 0"])
        #expect(scenario.verdicts(until: 100) == [])
    }

    @Test("Consent that is taken back is a failed transfer and nothing else")
    func withdrawn() {
        let findings = tried(.terminated("SIP/2.0 100 Trying", reason: "rejected")).0.findings(until: 60)
        #expect(findings.map(Verdict.init) == [Verdict("transfer/failed", .error, .proven, [5, 6, 7])])
        #expect(
            findings.first?.message.hasSuffix(
                "but its NOTIFY ended the subscription with reason=rejected, so the transferee took its consent back")
                == true)
    }
}
