import SIPDialogs
import SIPFindings
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@Suite("transfer/no-notify")
struct NoNotifyTests {
    /// A call in which a REFER is sent at 5 s and answered at 5.1 s: messages 5 and 6.
    private func accepted(
        _ status: UInt16 = 200, referLines: [String] = [], responseLines: [String] = []
    ) -> (SIPScenario, SIPScenario.Request, refer: SIPScenario.Request) {
        var scenario = SIPScenario()
        let call = scenario.answeredCall()
        let refer = scenario.refer(in: call, at: 5, lines: referLines)
        scenario.response(status, to: refer, at: 5.1, lines: responseLines)
        return (scenario, call, refer)
    }

    @Test("Accepted, and nothing more", arguments: [200, 202])
    func nothing(status: UInt16) {
        let findings = accepted(status).0.findings(until: 45.1)
        let deprecated = status == 202 ? [Verdict("transfer/deprecated-202", .info, .proven, [5, 6])] : []
        #expect(
            findings.map(Verdict.init) == [Verdict("transfer/no-notify", .error, .observed, [5, 6])] + deprecated)
        #expect(
            findings.first?.message
                == "192.0.2.2:5060 accepted the REFER to sip:carol@192.0.2.3 with \(status == 200 ? "200 OK" : "202 Accepted"), "
                + "but sent no NOTIFY in the 40 s that the capture goes on (limit: 32 s, Timer N); no INVITE to the "
                + "target was seen either")
    }

    @Test("The deadline is Timer N after the answer, to the nanosecond")
    func deadline() {
        let (scenario, _, _) = accepted()
        #expect(scenario.verdicts(until: 37.1).map(\.rule) == ["transfer/no-notify"])
        #expect(scenario.verdicts(until: 37.1, minus: TimeSpan(nanoseconds: 1)) == [])
    }

    @Test("Frames were lost")
    func loss() {
        #expect(accepted().0.verdicts(until: 60, hasLoss: true) == [])
    }

    @Test("The referred INVITE is seen, its result is not told")
    func referred() {
        var (scenario, _, _) = accepted()
        let invite = scenario.referredInvite(at: 5.5)
        scenario.response(200, to: invite, at: 8)
        scenario.acknowledge(invite, at: 8.1)
        let findings = scenario.findings(until: 60)
        #expect(findings.map(Verdict.init) == [Verdict("transfer/no-notify", .error, .observed, [5, 6, 7])])
        #expect(findings.first?.message.hasSuffix(", although its INVITE for sip:carol@192.0.2.3 was sent") == true)
    }

    @Test("One NOTIFY, early or late", arguments: [5.05, 5.2, 37])
    func notified(time: Double) {
        var (scenario, call, _) = accepted()
        scenario.report(.terminated("SIP/2.0 200 OK"), in: call, at: time)
        #expect(scenario.verdicts(until: 80) == [])
    }

    @Test(
        "None is due",
        arguments: [
            (["Refer-Sub: false"], ["Refer-Sub: false"]), (["Require: nosub"], []),
            (["Require: explicitsub"], ["Refer-Events-At: <sip:events@192.0.2.2>"]),
        ] as [([String], [String])])
    func silent(referLines: [String], responseLines: [String]) {
        #expect(accepted(200, referLines: referLines, responseLines: responseLines).0.verdicts(until: 60) == [])
    }

    @Test("Refer-Sub: false that the other side does not confirm binds nobody (RFC 4488 section 4)")
    func unconfirmed() {
        let (scenario, _, _) = accepted(referLines: ["Refer-Sub: false"])
        #expect(scenario.verdicts(until: 60).map(\.rule) == ["transfer/no-notify"])
    }

    @Test(
        "A BYE of the transferor before the deadline",
        arguments: [
            (5.2, ["transfer/hung-up-early"]), (37.05, ["transfer/hung-up-early"]),
            (37.1, ["transfer/no-notify"]), (50, ["transfer/no-notify"]),
        ] as [(Double, [String])])
    func hungUp(time: Double, rules: [String]) {
        var (scenario, call, _) = accepted()
        scenario.request(.bye, in: call, from: .alice, at: time)
        #expect(scenario.verdicts(until: 90).map(\.rule) == rules)
    }

    @Test("A BYE of the transferee does not free it")
    func transfereeHungUp() {
        var (scenario, call, _) = accepted()
        scenario.request(.bye, in: call, from: .bob, at: 6)
        #expect(scenario.verdicts(until: 90).map(\.rule) == ["transfer/no-notify"])
    }

    @Test("Seen on both sides of a proxy it is one finding; the proxy need not see the NOTIFY, so it is likely")
    func proxy() {
        var scenario = SIPScenario()
        let refer = scenario.request(
            .refer, from: .alice, to: .proxy, at: 5, uri: SIPScenario.Party.bob.uri,
            lines: ["Refer-To: <\(SIPScenario.Party.carol.uri)>"])
        let forwarded = scenario.forward(refer, by: .proxy, to: .bob, at: 5.01)
        scenario.response(200, to: forwarded, at: 5.1)
        scenario.response(200, to: refer, at: 5.11)
        let findings = scenario.findings(until: 60)
        #expect(findings.map(Verdict.init) == [Verdict("transfer/no-notify", .error, .likely, [1, 4])])
        #expect(findings.first?.message.hasPrefix("192.0.2.2:5060 accepted the REFER") == true)
    }

    @Test("A REFER that is challenged, sent again, accepted and reported on")
    func retried() {
        var scenario = SIPScenario()
        let call = scenario.answeredCall()
        let first = scenario.refer(in: call, at: 5)
        scenario.response(
            401, to: first, at: 5.1, lines: ["WWW-Authenticate: Digest realm=\"example.com\", nonce=\"n\""])
        let second = scenario.refer(
            in: call, at: 5.2,
            lines: ["Authorization: Digest username=\"alice\", realm=\"example.com\", nonce=\"n\", response=\"r\""])
        scenario.response(200, to: second, at: 5.3)
        scenario.report(.trying, in: call, at: 5.4)
        scenario.report(.terminated("SIP/2.0 200 OK"), in: call, at: 8)
        #expect(scenario.verdicts(until: 80) == [])
    }

    @Test("The second of two transfers gets no NOTIFY: not told where NOTIFYs do not say which one they mean")
    func twoTransfers() {
        var scenario = SIPScenario()
        let call = scenario.answeredCall()
        let first = scenario.refer(in: call, at: 5)
        scenario.response(200, to: first, at: 5.1)
        scenario.report(.terminated("SIP/2.0 486 Busy Here"), in: call, at: 6, event: "refer;id=\(first.cseq)")
        let second = scenario.refer(in: call, at: 10)
        scenario.response(200, to: second, at: 10.1)
        #expect(scenario.verdicts(until: 80).map(\.rule) == ["transfer/failed", "transfer/no-notify"])
    }

    @Test("A NOTIFY without id may be about either of two transfers")
    func ambiguous() {
        var scenario = SIPScenario()
        let call = scenario.answeredCall()
        for time in [5.0, 5.5] {
            let refer = scenario.refer(in: call, at: time)
            scenario.response(200, to: refer, at: time + 0.1)
        }
        scenario.report(.terminated("SIP/2.0 200 OK"), in: call, at: 8)
        #expect(scenario.verdicts(until: 80) == [])
    }

    @Test("A capture that begins after the REFER knows of no transfer")
    func partial() {
        var scenario = SIPScenario()
        let (_, _, refer) = accepted()
        scenario.response(200, to: refer, at: 5.1)
        #expect(scenario.verdicts(until: 60) == [])
    }
}
