import SIPDialogs
import SIPFindings
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@Suite("redirect/not-followed")
struct RedirectNotFollowedTests {
    private static let toCarol = ["Contact: <\(SIPScenario.Party.carol.uri)>"]

    /// An INVITE for Bob that is redirected after a tenth of a second.
    private func call(
        _ status: UInt16 = 302, lines: [String] = toCarol
    ) -> (SIPScenario, SIPScenario.Request) {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(status, to: invite, at: 0.1, lines: lines)
        scenario.acknowledge(invite, status, at: 0.2)
        return (scenario, invite)
    }

    @Test("Nobody goes to the Contact")
    func notFollowed() {
        let findings = call().0.findings(until: 10.1)
        #expect(findings.map(Verdict.init) == [Verdict("redirect/not-followed", .warning, .observed, [1, 2])])
        #expect(
            findings.first?.message
                == "192.0.2.2:5060 redirected the INVITE for sip:bob@192.0.2.2 with 302 Moved Temporarily to "
                + "sip:carol@192.0.2.3, and no INVITE went there in the 10 s after it")
    }

    @Test(
        "A client gets four seconds, a person who has to choose gets 32",
        arguments: [(302, 4), (300, 32), (380, 32)] as [(UInt16, Double)])
    func deadline(status: UInt16, seconds: Double) {
        let (scenario, _) = call(status)
        #expect(scenario.verdicts(until: 0.1 + seconds, minus: TimeSpan(nanoseconds: 1)) == [])
        #expect(scenario.verdicts(until: 0.1 + seconds).map(\.rule) == ["redirect/not-followed"])
    }

    @Test("Frames were lost")
    func loss() {
        #expect(call().0.verdicts(until: 40, hasLoss: true) == [])
    }

    @Test("Without a Contact nobody can follow, and the advice is another")
    func noContact() {
        let findings = call(lines: []).0.findings(until: 10)
        #expect(findings.map(Verdict.init) == [Verdict("redirect/not-followed", .warning, .proven, [1, 2])])
        #expect(
            findings.first?.message
                == "192.0.2.2:5060 redirected the INVITE for sip:bob@192.0.2.2 with 302 Moved Temporarily, which named "
                + "no Contact, so that nobody can follow it")
        #expect(findings.first?.advice.first?.hasPrefix("Enter a destination for the forwarding") == true)
    }

    @Test("To a tel URI the INVITE would look different: nothing can be said")
    func telephoneNumber() {
        let (scenario, _) = call(lines: ["Contact: <tel:+15550100>"])
        #expect(scenario.verdicts(until: 10) == [])
    }

    @Test("Followed under the same Call-ID or a new one", arguments: [SIPScenario.defaultCallID, "new@example.com"])
    func followed(callID: String) {
        var (scenario, _) = call()
        let second = scenario.request(.invite, from: .alice, to: .carol, at: 0.5, callID: callID)
        scenario.response(486, to: second, at: 1)
        #expect(scenario.verdicts(until: 10) == [])
    }

    @Test("Tried again at the same address: not followed, and told once")
    func triedAgain() {
        var (scenario, _) = call()
        let second = scenario.request(.invite, from: .alice, to: .bob, at: 1)
        scenario.response(302, to: second, at: 1.1, lines: Self.toCarol)
        scenario.acknowledge(second, 302, at: 1.2)
        #expect(scenario.verdicts(until: 10) == [Verdict("redirect/not-followed", .warning, .observed, [4, 5])])
    }

    @Test("Followed by the proxy, on another hop")
    func followedByProxy() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .proxy, at: 0, uri: SIPScenario.Party.bob.uri)
        let first = scenario.forward(invite, by: .proxy, to: .bob, at: 0.01)
        scenario.response(302, to: first, at: 0.1, lines: Self.toCarol)
        scenario.acknowledge(first, 302, at: 0.11)
        let second = scenario.forward(invite, by: .proxy, to: .carol, at: 0.2, uri: SIPScenario.Party.carol.uri)
        scenario.response(200, to: second, at: 1)
        scenario.response(200, to: invite, at: 1.01)
        scenario.acknowledge(invite, at: 1.1)
        #expect(scenario.verdicts(until: 60) == [])
    }

    @Test("Passed on by a proxy that does not follow: one finding, and it names who redirected")
    func forwarded() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .proxy, at: 0, uri: SIPScenario.Party.bob.uri)
        let first = scenario.forward(invite, by: .proxy, to: .bob, at: 0.01)
        scenario.response(302, to: first, at: 0.1, lines: Self.toCarol)
        scenario.response(302, to: invite, at: 0.11, lines: Self.toCarol)
        let findings = scenario.findings(until: 10)
        #expect(findings.map(\.rule) == ["redirect/not-followed"])
        #expect(findings.first?.message.hasPrefix("192.0.2.2:5060 redirected") == true)
    }

    @Test("On the hop to the caller another response came", arguments: [200, 486, 603])
    func otherFinal(status: UInt16) {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .proxy, at: 0, uri: SIPScenario.Party.bob.uri)
        let first = scenario.forward(invite, by: .proxy, to: .bob, at: 0.01)
        scenario.response(302, to: first, at: 0.1, lines: Self.toCarol)
        scenario.response(status, to: invite, at: 2)
        scenario.acknowledge(invite, status, at: 2.1)
        #expect(scenario.verdicts(until: 60) == [])
    }

    @Test("The caller had hung up before")
    func cancelled() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(180, to: invite, at: 0.1)
        scenario.cancel(invite, at: 5)
        scenario.response(302, to: invite, at: 5.01, lines: Self.toCarol)
        #expect(scenario.verdicts(until: 60) == [])
    }

    @Test("Only responses were captured")
    func oneWay() {
        let (_, invite) = call()
        var scenario = SIPScenario()
        scenario.response(302, to: invite, at: 0.1, lines: Self.toCarol)
        #expect(scenario.verdicts(until: 60) == [])
    }

    @Test("A redirected re-INVITE ends no call")
    func reInvite() {
        var scenario = SIPScenario()
        let invite = scenario.answeredCall()
        let again = scenario.request(.invite, in: invite, from: .bob, at: 5)
        scenario.response(302, to: again, at: 5.1, lines: Self.toCarol)
        #expect(scenario.verdicts(until: 60) == [])
    }
}

@Suite("redirect/loop")
struct RedirectLoopTests {
    private func contact(_ party: SIPScenario.Party) -> [String] { ["Contact: <\(party.uri)>"] }

    /// Bob's device redirects to Carol's, and that back to Bob's, so many INVITEs in all.
    private func circle(_ count: Int) -> SIPScenario {
        var scenario = SIPScenario()
        for round in 0..<count {
            let time = Double(round)
            let isEven = round.isMultiple(of: 2)
            let invite = scenario.request(.invite, from: .alice, to: isEven ? .bob : .carol, at: time)
            scenario.response(302, to: invite, at: time + 0.1, lines: contact(isEven ? .carol : .bob))
            scenario.acknowledge(invite, 302, at: time + 0.2)
        }
        return scenario
    }

    @Test("Two devices that redirect to each other")
    func circle() {
        let findings = circle(2).findings(until: 60)
        #expect(findings.map(Verdict.init) == [Verdict("redirect/loop", .error, .proven, [1, 2, 4, 5])])
        #expect(
            findings.first?.message
                == "192.0.2.3:5060 redirected the INVITE for sip:carol@192.0.2.3 with 302 Moved Temporarily to "
                + "sip:bob@192.0.2.2, which the call had already tried: 2 redirects led nowhere new")
    }

    @Test("Once more round is still one finding")
    func rounds() {
        let verdicts = circle(4).verdicts(until: 60)
        #expect(verdicts == [Verdict("redirect/loop", .error, .proven, [1, 2, 4, 5, 7, 8, 10, 11])])
    }

    @Test("To itself (RFC 3261 section 8.3)")
    func itself() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(302, to: invite, at: 0.1, lines: contact(.bob))
        let findings = scenario.findings(until: 60)
        #expect(findings.map(Verdict.init) == [Verdict("redirect/loop", .error, .proven, [1, 2])])
        #expect(
            findings.first?.message.hasSuffix("to sip:bob@192.0.2.2, which leads back to where it had just been")
                == true)
    }

    @Test(
        "The same user over another transport, or one new address among the old ones, is progress",
        arguments: [
            ["Contact: <sip:bob@192.0.2.2;transport=tcp>"], ["Contact: <sip:bob@192.0.2.2>, <sip:carol@192.0.2.3>"],
            ["Contact: <sip:bob@192.0.2.2:5070>"],
        ])
    func progress(lines: [String]) {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(302, to: invite, at: 0.1, lines: lines)
        #expect(scenario.verdicts(until: 60).map(\.rule) == ["redirect/not-followed"])
    }

    @Test("A chain of redirects to new addresses is none")
    func chain() {
        var scenario = SIPScenario()
        for (round, party) in [SIPScenario.Party.bob, .carol, .dave].enumerated() {
            let invite = scenario.request(.invite, from: .alice, to: party, at: Double(round))
            guard party != .dave else {
                scenario.response(486, to: invite, at: 2.1)
                break
            }
            let next: SIPScenario.Party = party == .bob ? .carol : .dave
            scenario.response(302, to: invite, at: Double(round) + 0.1, lines: contact(next))
        }
        #expect(scenario.verdicts(until: 60) == [])
    }

    @Test("A call that was answered after all is in no circle")
    func answered() {
        var scenario = circle(2)
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 3)
        scenario.response(200, to: invite, at: 3.5)
        scenario.acknowledge(invite, at: 3.6)
        #expect(scenario.verdicts(until: 60) == [])
    }
}
