import SIPDialogs
import SIPFindings
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@Suite("transfer/failed")
struct TransferFailedTests {
    private func accepted() -> (SIPScenario, SIPScenario.Request) {
        var scenario = SIPScenario()
        let call = scenario.answeredCall()
        let refer = scenario.refer(in: call, at: 5)
        scenario.response(200, to: refer, at: 5.1)
        return (scenario, call)
    }

    @Test("The NOTIFY tells of the failure", arguments: [486, 503, 603])
    func reported(status: UInt16) {
        var (scenario, call) = accepted()
        scenario.report(.terminated("SIP/2.0 \(status) Some Reason"), in: call, at: 8)
        let findings = scenario.findings(until: 60)
        #expect(findings.map(Verdict.init) == [Verdict("transfer/failed", .error, .proven, [5, 6, 7])])
        #expect(
            findings.first?.message
                == "192.0.2.2:5060 accepted the REFER to sip:carol@192.0.2.3 with 200 OK, but 3 s later its NOTIFY "
                + "reported \(status) Some Reason")
    }

    @Test("The referred INVITE is seen to fail, with and without a NOTIFY", arguments: [true, false])
    func referred(isReported: Bool) {
        var (scenario, call) = accepted()
        let invite = scenario.referredInvite(at: 5.5)
        scenario.response(603, to: invite, at: 6)
        scenario.acknowledge(invite, 603, at: 6.1)
        if isReported { scenario.report(.terminated("SIP/2.0 603 Decline"), in: call, at: 7) }
        let findings = scenario.findings(until: 20)
        let frames: [UInt64] = isReported ? [5, 6, 7, 8, 10] : [5, 6, 7, 8]
        #expect(findings.map(Verdict.init) == [Verdict("transfer/failed", .error, .proven, frames)])
        let end =
            isReported
            ? "2 s later its NOTIFY reported 603 Decline, which is what 192.0.2.3:5060 had answered to the referred INVITE"
            : "192.0.2.3:5060 answered the referred INVITE with 603 Decline"
        #expect(findings.first?.message.hasSuffix(end) == true)
    }

    @Test("NOTIFY and referred INVITE tell different things: both are named")
    func different() {
        var (scenario, call) = accepted()
        let invite = scenario.referredInvite(at: 5.5)
        scenario.response(486, to: invite, at: 6)
        scenario.report(.terminated("SIP/2.0 503 Service Unavailable"), in: call, at: 7)
        #expect(
            scenario.findings(until: 20).first?.message.hasSuffix(
                "NOTIFY reported 503 Service Unavailable; 192.0.2.3:5060 had answered the referred INVITE with 486 Busy Here"
            )
                == true)
    }

    @Test("An INVITE without Referred-By that failed is a likely cause")
    func guessed() {
        var (scenario, _) = accepted()
        let invite = scenario.request(
            .invite, from: .bob, to: .carol, at: 5.5, callID: "guess@example.com", fromTag: "bob-2")
        scenario.response(486, to: invite, at: 6)
        #expect(scenario.verdicts(until: 20) == [Verdict("transfer/failed", .error, .likely, [5, 6, 7, 8])])
    }

    @Test(
        "What is no failure",
        arguments: [
            ("completed", [.trying, .terminated("SIP/2.0 200 OK")]),
            ("rings", [.trying, .active("SIP/2.0 180 Ringing")]),
            (
                "the challenge of the referred INVITE, told on the way",
                [.active("SIP/2.0 407 Proxy Authentication Required"), .terminated("SIP/2.0 200 OK")]
            ),
        ] as [(String, [SIPScenario.Report])])
    func noFailure(_: String, reports: [SIPScenario.Report]) {
        var (scenario, call) = accepted()
        for (index, report) in reports.enumerated() { scenario.report(report, in: call, at: 6 + Double(index)) }
        #expect(scenario.verdicts(until: 20) == [])
    }

    @Test("The NOTIFY comes before the 2xx")
    func notifyFirst() {
        var scenario = SIPScenario()
        let call = scenario.answeredCall()
        let refer = scenario.refer(in: call, at: 5)
        scenario.report(.terminated("SIP/2.0 486 Busy Here"), in: call, at: 5.05)
        scenario.response(200, to: refer, at: 5.1)
        #expect(scenario.verdicts(until: 60) == [Verdict("transfer/failed", .error, .proven, [5, 6, 8])])
    }

    @Test("Seen on both sides of a proxy it is one finding")
    func proxy() {
        var scenario = SIPScenario()
        let refer = scenario.request(
            .refer, from: .alice, to: .proxy, at: 5, uri: SIPScenario.Party.bob.uri,
            lines: ["Refer-To: <\(SIPScenario.Party.carol.uri)>"])
        let forwarded = scenario.forward(refer, by: .proxy, to: .bob, at: 5.01)
        scenario.response(200, to: forwarded, at: 5.1, tag: "bob-tag")
        scenario.response(200, to: refer, at: 5.11, tag: "bob-tag")
        let notify = scenario.request(
            .notify, from: .bob, to: .proxy, at: 6, callID: refer.callID, fromTag: "bob-tag", toTag: refer.fromTag,
            lines: ["Event: refer", "Subscription-State: terminated;reason=noresource"],
            body: .sipfrag("SIP/2.0 603 Decline"))
        let second = scenario.forward(notify, by: .proxy, to: .alice, at: 6.01)
        scenario.response(200, to: second, at: 6.02)
        scenario.response(200, to: notify, at: 6.03)
        #expect(scenario.verdicts(until: 60) == [Verdict("transfer/failed", .error, .proven, [1, 4, 5])])
    }
}

@Suite("transfer/refused")
struct TransferRefusedTests {
    private static let challenge = ["WWW-Authenticate: Digest realm=\"example.com\", nonce=\"n\""]
    private static let credentials = [
        "Authorization: Digest username=\"alice\", realm=\"example.com\", nonce=\"n\", response=\"r\""
    ]

    private func refused(_ status: UInt16, lines: [String] = []) -> (SIPScenario, SIPScenario.Request) {
        var scenario = SIPScenario()
        let call = scenario.answeredCall()
        let refer = scenario.refer(in: call, at: 5)
        scenario.response(status, to: refer, at: 5.1, lines: lines)
        return (scenario, call)
    }

    @Test(
        "The REFER is refused",
        arguments: [
            (403, "403 Forbidden: the transfer was never tried, and the call goes on as it was"),
            (603, "603 Decline: the transfer was never tried, and the call goes on as it was"),
            (481, "481 Call/Transaction Does Not Exist: the transfer was never tried"),
        ] as [(UInt16, String)])
    func refused(status: UInt16, end: String) {
        let findings = refused(status).0.findings(until: 60)
        #expect(findings.map(Verdict.init) == [Verdict("transfer/refused", .error, .proven, [5, 6])])
        #expect(
            findings.first?.message == "192.0.2.2:5060 refused the REFER to sip:carol@192.0.2.3 with \(end)")
    }

    @Test("Outside of a call no call goes on")
    func outOfDialog() {
        var scenario = SIPScenario()
        let refer = scenario.request(
            .refer, from: .alice, to: .bob, at: 5, lines: ["Refer-To: <\(SIPScenario.Party.carol.uri)>"])
        scenario.response(403, to: refer, at: 5.1)
        #expect(
            scenario.findings(until: 60).map(\.message) == [
                "192.0.2.2:5060 refused the REFER to sip:carol@192.0.2.3 with 403 Forbidden: the transfer was never tried"
            ])
    }

    @Test("A REFER without Refer-To is named as it is")
    func withoutTarget() {
        var scenario = SIPScenario()
        let call = scenario.answeredCall()
        let refer = scenario.request(.refer, in: call, from: .alice, at: 5)
        scenario.response(400, to: refer, at: 5.1, phrase: "Missing Refer-To")
        #expect(
            scenario.findings(until: 60).first?.message.hasPrefix(
                "192.0.2.2:5060 refused the REFER with 400 Missing Refer-To:") == true)
    }

    @Test("A challenge is none while it may still be answered", arguments: [401, 407])
    func challenged(status: UInt16) {
        let (scenario, _) = refused(status, lines: Self.challenge)
        #expect(scenario.verdicts(until: 9.1, minus: TimeSpan(nanoseconds: 1)) == [])
        let findings = scenario.findings(until: 9.1)
        #expect(findings.map(Verdict.init) == [Verdict("transfer/refused", .error, .observed, [5, 6])])
        #expect(
            findings.first?.message.contains(
                "192.0.2.2:5060 challenged the REFER to sip:carol@192.0.2.3 with \(status)") == true)
    }

    @Test(
        "Challenged, sent again and accepted; or refused, and then it is told once",
        arguments: [
            (200, []), (403, ["transfer/refused"]),
        ] as [(UInt16, [String])])
    func retried(status: UInt16, rules: [String]) {
        var (scenario, call) = refused(401, lines: Self.challenge)
        let second = scenario.refer(in: call, at: 5.2, lines: Self.credentials)
        scenario.response(status, to: second, at: 5.3)
        if status < 300 { scenario.report(.terminated("SIP/2.0 200 OK"), in: call, at: 6) }
        let verdicts = scenario.verdicts(until: 60)
        #expect(verdicts.map(\.rule) == rules)
        if !rules.isEmpty { #expect(verdicts.first?.frames == [7, 8]) }
    }

    @Test("Refused for an extension, sent again without it and accepted")
    func withoutExtension() {
        var (scenario, call) = refused(420)
        let second = scenario.refer(in: call, at: 5.2)
        scenario.response(200, to: second, at: 5.3)
        scenario.report(.terminated("SIP/2.0 200 OK"), in: call, at: 6)
        #expect(scenario.verdicts(until: 60) == [])
    }

    @Test("Seen on both sides of a proxy it is one finding, and it names who refused")
    func proxy() {
        var scenario = SIPScenario()
        let refer = scenario.request(
            .refer, from: .alice, to: .proxy, at: 5, uri: SIPScenario.Party.bob.uri,
            lines: ["Refer-To: <\(SIPScenario.Party.carol.uri)>"])
        let forwarded = scenario.forward(refer, by: .proxy, to: .bob, at: 5.01)
        scenario.response(405, to: forwarded, at: 5.1)
        scenario.response(405, to: refer, at: 5.11)
        let findings = scenario.findings(until: 60)
        #expect(findings.map(Verdict.init) == [Verdict("transfer/refused", .error, .proven, [1, 4])])
        #expect(findings.first?.message.hasPrefix("192.0.2.2:5060 refused") == true)
    }

    @Test("Accepted is not refused", arguments: [200, 204])
    func accepted(status: UInt16) {
        #expect(refused(status).0.verdicts(until: 20) == [])
    }
}
