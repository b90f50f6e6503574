import SIPDialogs
import SIPFindings
import SIPParsing
import TraceTypes
import Testing
import _TestSupport

@Suite("invite/missing-ack")
struct MissingAckTests {
    /// When a callee repeats its 200 (RFC 3261 section 13.3.1.4), after the first.
    private static let schedule = [0.5, 1.5, 3.5, 7.5, 11.5, 15.5, 19.5, 23.5, 27.5, 31.5]

    /// An INVITE answered after one second, the 200 repeated so many times.
    private func call(
        repeats: Int, via proxy: SIPScenario.Party? = nil, contact: String? = nil
    ) -> (SIPScenario, SIPScenario.Request) {
        var scenario = SIPScenario()
        var invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        if let proxy {
            scenario = SIPScenario()
            invite.vias.append("SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK-far")
            invite.source = proxy.endpoint
            scenario.send(invite, at: 0)
        }
        for time in [0] + Self.schedule.prefix(repeats) {
            scenario.response(200, to: invite, at: 1 + time, lines: contact.map { ["Contact: <\($0)>"] } ?? [])
        }
        return (scenario, invite)
    }

    @Test("A 200 repeated to the end, then BYE of the callee")
    func repeated() throws {
        var (scenario, invite) = call(repeats: 10)
        scenario.request(.bye, in: invite, from: .bob, at: 33)
        let findings = scenario.findings(until: 40)
        #expect(findings.map(Verdict.init) == [Verdict("invite/missing-ack", .error, .observed, [1, 2, 13])])
        #expect(
            findings.first?.message
                == "192.0.2.2:5060 answered the INVITE of 192.0.2.1:5060 with 200 OK and repeated it 10 times over "
                + "31.5 s, but no ACK passed within the 32 s that the callee waits for it; the callee hung up with BYE "
                + "32 s after the answer")
    }

    @Test("The deadline is 64*T1 after the answer, to the nanosecond")
    func deadline() {
        let (scenario, _) = call(repeats: 10)
        #expect(scenario.verdicts(until: 33).map(\.rule) == ["invite/missing-ack"])
        #expect(scenario.verdicts(until: 33, minus: TimeSpan(nanoseconds: 1)) == [])
    }

    @Test("With longer timers the deadline is later")
    func longTimers() {
        let (scenario, _) = call(repeats: 10)
        let timers = TimerValues(t1: .seconds(2))
        #expect(scenario.verdicts(until: 128, timers: timers) == [])
        #expect(scenario.verdicts(until: 129, timers: timers).map(\.rule) == ["invite/missing-ack"])
    }

    @Test("Frames were lost: the ACK may have been among them")
    func loss() {
        let (scenario, _) = call(repeats: 10)
        #expect(scenario.verdicts(until: 40, hasLoss: true) == [])
    }

    @Test("One ACK at any time is enough", arguments: [1.1, 5, 32.9])
    func acknowledged(time: Double) {
        var (scenario, invite) = call(repeats: 10)
        scenario.acknowledge(invite, at: time)
        #expect(!scenario.verdicts(until: 60).contains { $0.rule == "invite/missing-ack" })
    }

    @Test("An ACK without the callee's tag is an ACK all the same")
    func strayAck() {
        var (scenario, invite) = call(repeats: 10)
        scenario.acknowledge(invite, at: 1.1, tag: "another-tag")
        #expect(scenario.verdicts(until: 60) == [])
    }

    @Test("The ACK was seen on a further hop only")
    func otherHop() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .proxy, at: 0, uri: SIPScenario.Party.bob.uri)
        let forwarded = scenario.forward(invite, by: .proxy, to: .bob, at: 0.01)
        scenario.response(200, to: forwarded, at: 1)
        scenario.response(200, to: invite, at: 1.01)
        for time in Self.schedule {
            scenario.response(200, to: forwarded, at: 1 + time)
            scenario.response(200, to: invite, at: 1.01 + time)
        }
        #expect(scenario.verdicts(until: 60).map(\.rule) == ["invite/missing-ack"])
        scenario.acknowledge(forwarded, at: 1.1)
        #expect(scenario.verdicts(until: 60).map(\.rule) == ["ack/not-received"])
    }

    @Test("A 200 that is not repeated was acknowledged somewhere")
    func notRepeated() {
        let (direct, _) = call(repeats: 0)
        #expect(direct.verdicts(until: 40) == [])
        let (elsewhere, _) = call(repeats: 0, contact: "sip:bob@198.51.100.7")
        #expect(elsewhere.verdicts(until: 40) == [])
        let (named, _) = call(repeats: 0, contact: "sip:bob@example.com")
        #expect(named.verdicts(until: 40) == [])
        let (behindProxy, _) = call(repeats: 0, via: .proxy)
        #expect(behindProxy.verdicts(until: 40) == [])
    }

    @Test("Where the ACK may go another way, a few repeats are a slow ACK and many are none", arguments: [1, 3, 5])
    func slowAck(repeats: Int) {
        let (slow, _) = call(repeats: repeats, via: .proxy)
        #expect(slow.verdicts(until: 40) == [])
        let (none, _) = call(repeats: 6, via: .proxy)
        #expect(none.verdicts(until: 40).map(\.rule) == ["invite/missing-ack"])
    }

    @Test("Of two answers of a fork one was acknowledged: the other is missing its ACK")
    func fork() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        for time in [0] + Self.schedule {
            scenario.response(200, to: invite, at: 2 + time, tag: "second")
        }
        scenario.response(200, to: invite, at: 1, tag: "first")
        scenario.acknowledge(invite, at: 1.1, tag: "first")
        #expect(scenario.verdicts(until: 60) == [Verdict("invite/missing-ack", .error, .observed, [1, 4])])
        scenario.acknowledge(invite, at: 3, tag: "second")
        #expect(!scenario.verdicts(until: 60).contains { $0.rule == "invite/missing-ack" })
    }

    @Test("A capture that begins with the 200 cannot tell")
    func partial() {
        var scenario = SIPScenario()
        let (_, invite) = call(repeats: 0)
        for time in [0] + Self.schedule { scenario.response(200, to: invite, at: 1 + time) }
        #expect(scenario.verdicts(until: 60) == [])
    }

    @Test("A rejected INVITE is not answered")
    func rejected() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(486, to: invite, at: 1)
        #expect(scenario.verdicts(until: 60) == [])
    }
}
