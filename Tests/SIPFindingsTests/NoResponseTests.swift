import SIPDialogs
import SIPFindings
import SIPParsing
import TraceTypes
import Testing
import _TestSupport

@Suite("invite/no-response")
struct NoResponseTests {
    /// When Timer A sends an INVITE again (RFC 3261 section 17.1.1.2).
    private static let schedule = [0.5, 1.5, 3.5, 7.5, 15.5, 31.5]

    private func call(repeats: Int, to callee: SIPScenario.Party = .bob) -> (SIPScenario, SIPScenario.Request) {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: callee, at: 0)
        for time in Self.schedule.prefix(repeats) { scenario.send(invite, at: time) }
        return (scenario, invite)
    }

    @Test("Seven INVITEs and silence")
    func silence() {
        let findings = call(repeats: 6).0.findings(until: 32)
        #expect(
            findings.map(Verdict.init) == [Verdict("invite/no-response", .error, .observed, [1, 2, 3, 4, 5, 6, 7])])
        #expect(
            findings.first?.message
                == "the INVITE from 192.0.2.1:5060 to 192.0.2.2:5060 over UDP, repeated 6 times over 31.5 s, got no "
                + "response of any kind within 32 s (Timer B)")
    }

    @Test("The deadline is Timer B, to the nanosecond")
    func deadline() {
        let (scenario, _) = call(repeats: 6)
        #expect(scenario.verdicts(until: 32, minus: TimeSpan(nanoseconds: 1)) == [])
    }

    @Test("Frames were lost")
    func loss() {
        #expect(call(repeats: 6).0.verdicts(until: 40, hasLoss: true) == [])
    }

    @Test("Any response is one", arguments: [100, 180, 200, 408, 503])
    func answered(status: UInt16) {
        var (scenario, invite) = call(repeats: 6)
        scenario.response(status, to: invite, at: 31.8)
        if status == 200 { scenario.acknowledge(invite, at: 31.9) }
        #expect(scenario.verdicts(until: 100) == [])
    }

    @Test("A single INVITE over TCP: only where the other direction is captured")
    func reliable() {
        var scenario = SIPScenario()
        scenario.transport = .tcp
        scenario.request(.invite, from: .alice, to: .bob, at: 0)
        #expect(scenario.verdicts(until: 40) == [])
        scenario.ping(at: 20)
        #expect(scenario.verdicts(until: 40) == [Verdict("invite/no-response", .error, .observed, [1])])
    }

    @Test("A capture of one direction shows the same of a call that was answered")
    func oneWay() {
        var (scenario, invite) = call(repeats: 1)
        #expect(scenario.verdicts(until: 60) == [])
        scenario.acknowledge(invite, at: 2)
        scenario.request(.bye, in: invite, from: .alice, at: 30)
        #expect(scenario.verdicts(until: 60) == [])
    }

    @Test("An ACK or a BYE tells of a response that went another way", arguments: [true, false])
    func otherPath(isAcknowledged: Bool) {
        var (scenario, invite) = call(repeats: 1)
        scenario.ping(at: 20)
        #expect(scenario.verdicts(until: 60).map(\.rule) == ["invite/no-response"])
        if isAcknowledged {
            scenario.acknowledge(invite, at: 2)
        } else {
            scenario.request(.bye, in: invite, from: .bob, at: 30)
        }
        #expect(scenario.verdicts(until: 60) == [])
    }

    @Test("Behind a proxy that says 100 and 408, the silent hop is the finding")
    func behindProxy() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .proxy, at: 0, uri: SIPScenario.Party.bob.uri)
        scenario.response(100, to: invite, at: 0.01)
        let forwarded = scenario.forward(invite, by: .proxy, to: .bob, at: 0.02)
        for time in Self.schedule { scenario.send(forwarded, at: 0.02 + time) }
        scenario.response(408, to: invite, at: 32.1)
        scenario.acknowledge(invite, 408, at: 32.2)
        let findings = scenario.findings(until: 40)
        #expect(
            findings.map(Verdict.init) == [Verdict("invite/no-response", .error, .observed, [3, 4, 5, 6, 7, 8, 9])])
        #expect(findings.first?.message.hasPrefix("the INVITE from 192.0.2.9:5060 to 192.0.2.2:5060") == true)
    }

    @Test("Behind a proxy that keeps no state, both hops are silent and the further one is named")
    func statelessProxy() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .proxy, at: 0, uri: SIPScenario.Party.bob.uri)
        let forwarded = scenario.forward(invite, by: .proxy, to: .bob, at: 0.001)
        for time in Self.schedule {
            scenario.send(invite, at: time)
            scenario.send(forwarded, at: time + 0.001)
        }
        let findings = scenario.findings(until: 40)
        #expect(findings.count == 1)
        #expect(findings.first?.message.hasPrefix("the INVITE from 192.0.2.9:5060 to 192.0.2.2:5060") == true)
    }

    @Test("One branch of a fork is silent, the other answers")
    func fork() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .proxy, at: 0, uri: SIPScenario.Party.bob.uri)
        scenario.response(100, to: invite, at: 0.01)
        let dead = scenario.forward(invite, by: .proxy, to: .bob, at: 0.02)
        let alive = scenario.forward(invite, by: .proxy, to: .carol, at: 0.02)
        for time in Self.schedule { scenario.send(dead, at: 0.02 + time) }
        scenario.response(200, to: alive, at: 3)
        scenario.response(200, to: invite, at: 3.01)
        scenario.acknowledge(invite, at: 3.1)
        #expect(scenario.verdicts(until: 60) == [])
    }

    @Test("One branch of a fork is silent, the other refuses: a warning, for the call has its answer")
    func forkRefused() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .proxy, at: 0, uri: SIPScenario.Party.bob.uri)
        scenario.response(100, to: invite, at: 0.01)
        let dead = scenario.forward(invite, by: .proxy, to: .bob, at: 0.02)
        let busy = scenario.forward(invite, by: .proxy, to: .carol, at: 0.02)
        for time in Self.schedule { scenario.send(dead, at: 0.02 + time) }
        scenario.response(486, to: busy, at: 3)
        scenario.acknowledge(busy, 486, at: 3.01)
        scenario.response(486, to: invite, at: 32.1)
        scenario.acknowledge(invite, 486, at: 32.2)
        #expect(scenario.verdicts(until: 60).map { "\($0.severity) \($0.rule)" } == ["warning invite/no-response"])
    }

    @Test("A client that turns to another server got its call through", arguments: [true, false])
    func failover(isAnswered: Bool) {
        var (scenario, invite) = call(repeats: 6)
        var second = invite
        second.vias = ["SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-second"]
        second.destination = SIPScenario.Party.carol.endpoint
        scenario.send(second, at: 32.1)
        guard isAnswered else {
            #expect(scenario.verdicts(until: 50).map(\.rule) == ["invite/no-response"])
            return
        }
        scenario.response(200, to: second, at: 33)
        scenario.acknowledge(second, at: 33.1)
        #expect(scenario.verdicts(until: 80) == [])
    }

    @Test("A re-INVITE is called one")
    func reInvite() {
        var scenario = SIPScenario()
        let invite = scenario.answeredCall()
        let again = scenario.request(.invite, in: invite, from: .bob, at: 10)
        for time in Self.schedule { scenario.send(again, at: 10 + time) }
        let findings = scenario.findings(until: 60)
        #expect(findings.map(\.rule) == ["invite/no-response"])
        #expect(findings.first?.message.hasPrefix("the re-INVITE from 192.0.2.2:5060 to 192.0.2.1:5060") == true)
    }
}
