import SIPDialogs
import SIPFindings
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@Suite("retry/after-global-failure and retry/after-forbidden")
struct RetryTests {
    private static let credentials =
        "Authorization: Digest username=\"alice\", realm=\"example.com\", nonce=\"n\", response=\"r\""

    /// An INVITE for Bob that is rejected after a tenth of a second.
    private func rejected(
        _ status: UInt16, lines: [String] = [], requestLines: [String] = [], body: SIPScenario.Body? = nil
    ) -> SIPScenario {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0, lines: requestLines, body: body)
        scenario.response(status, to: invite, at: 0.1, lines: lines)
        scenario.acknowledge(invite, status, at: 0.2)
        return scenario
    }

    @Test(
        "The same INVITE again",
        arguments: [
            (600, "retry/after-global-failure", .proven), (603, "retry/after-global-failure", .proven),
            (607, "retry/after-global-failure", .proven), (403, "retry/after-forbidden", .proven),
        ] as [(UInt16, String, Confidence)])
    func again(status: UInt16, rule: String, confidence: Confidence) {
        var scenario = rejected(status)
        let second = scenario.request(.invite, from: .alice, to: .bob, at: 1.1)
        scenario.response(486, to: second, at: 1.2)
        #expect(scenario.verdicts(until: 60) == [Verdict(rule, .warning, confidence, [2, 4])])
    }

    @Test("The message counts on")
    func message() {
        var scenario = rejected(603)
        for time in [1.1, 2.1, 3.1] {
            let next = scenario.request(.invite, from: .alice, to: .bob, at: time)
            scenario.response(603, to: next, at: time + 0.1)
            scenario.acknowledge(next, 603, at: time + 0.2)
        }
        let findings = scenario.findings(until: 60)
        #expect(
            findings.map(Verdict.init) == [
                Verdict("retry/after-global-failure", .warning, .proven, [2, 4, 5, 7, 8, 10])
            ])
        #expect(
            findings.first?.message
                == "192.0.2.1:5060 sent the INVITE for sip:bob@192.0.2.2 again 1 s after 192.0.2.2:5060 had rejected it "
                + "with 603 Decline, and 2 more after that")
    }

    @Test("After other failures it is allowed", arguments: [404, 408, 480, 486, 500, 503])
    func otherFailures(status: UInt16) {
        var scenario = rejected(status)
        let second = scenario.request(.invite, from: .alice, to: .bob, at: 1.1)
        scenario.response(200, to: second, at: 1.2)
        scenario.acknowledge(second, at: 1.3)
        #expect(scenario.verdicts(until: 60) == [])
    }

    @Test("Where both had credentials, others may have been tried: likely after 403")
    func otherCredentials() {
        var scenario = rejected(403, requestLines: [Self.credentials])
        let second = scenario.request(.invite, from: .alice, to: .bob, at: 1.1, lines: [Self.credentials])
        scenario.response(403, to: second, at: 1.2)
        #expect(scenario.verdicts(until: 60) == [Verdict("retry/after-forbidden", .warning, .likely, [2, 4])])
    }

    @Test("With credentials it is another request", arguments: [403, 603])
    func credentials(status: UInt16) {
        var scenario = rejected(status)
        let second = scenario.request(.invite, from: .alice, to: .bob, at: 1.1, lines: [Self.credentials])
        scenario.response(486, to: second, at: 1.2)
        #expect(scenario.verdicts(until: 60) == [])
    }

    @Test("To another Request-URI", arguments: [403, 603])
    func otherTarget(status: UInt16) {
        var scenario = rejected(status)
        let second = scenario.request(.invite, from: .alice, to: .bob, at: 1.1, uri: "sip:voicemail@192.0.2.2")
        scenario.response(486, to: second, at: 1.2)
        #expect(scenario.verdicts(until: 60) == [])
    }

    @Test(
        "To another server: allowed after 403, not after 603",
        arguments: [
            (403, []), (603, ["retry/after-global-failure"]),
        ] as [(UInt16, [String])])
    func otherServer(status: UInt16, rules: [String]) {
        var scenario = rejected(status)
        let second = scenario.request(
            .invite, from: .alice, to: .carol, at: 1.1, uri: SIPScenario.Party.bob.uri)
        scenario.response(486, to: second, at: 1.2)
        #expect(scenario.verdicts(until: 60).map(\.rule) == rules)
    }

    @Test(
        "Retry-After is a promise: one nanosecond too early, and in time",
        arguments: [
            (5.1 - 1e-9, ["retry/after-global-failure"]), (5.1, []),
        ] as [(Double, [String])])
    func retryAfter(time: Double, rules: [String]) {
        var scenario = rejected(603, lines: ["Retry-After: 5"])
        let second = scenario.request(.invite, from: .alice, to: .bob, at: time)
        scenario.response(486, to: second, at: 6)
        #expect(scenario.verdicts(until: 60).map(\.rule) == rules)
    }

    @Test("Without the Replaces that was refused it is another request")
    func replaces() {
        var scenario = rejected(603, requestLines: ["Replaces: x@example.com;to-tag=a;from-tag=b"])
        let second = scenario.request(.invite, from: .alice, to: .bob, at: 1.1)
        scenario.response(486, to: second, at: 1.2)
        #expect(scenario.verdicts(until: 60) == [])
    }

    @Test("606 is about the session: another one may be offered, the same may not", arguments: [true, false])
    func otherSession(isOther: Bool) {
        var scenario = rejected(606, body: .sdp)
        let other = SIPScenario.Body(type: "application/sdp", SIPScenario.Body.sdp.text + "a=sendonly\r\n")
        let second = scenario.request(.invite, from: .alice, to: .bob, at: 1.1, body: isOther ? other : .sdp)
        scenario.response(486, to: second, at: 1.2)
        #expect(scenario.verdicts(until: 60).map(\.rule) == (isOther ? [] : ["retry/after-global-failure"]))
    }

    @Test("A fork whose branches were sent before the 6xx came")
    func fork() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        var branch = invite
        branch.vias = ["SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-other"]
        branch.destination = SIPScenario.Party.carol.endpoint
        scenario.send(branch, at: 0.05)
        scenario.response(603, to: invite, at: 1)
        scenario.response(487, to: branch, at: 1.1)
        #expect(scenario.verdicts(until: 60) == [])
    }

    @Test("The other side calling back is no repetition")
    func callBack() {
        var scenario = rejected(603)
        let back = scenario.request(.invite, from: .bob, to: .alice, at: 1, uri: SIPScenario.Party.bob.uri)
        scenario.response(486, to: back, at: 1.2)
        #expect(scenario.verdicts(until: 60) == [])
    }
}
