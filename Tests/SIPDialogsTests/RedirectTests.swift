import SIPDialogs
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@Suite("Redirects (RFC 3261 sections 8.1.3.4 and 16.7)")
struct RedirectTests {
    private static func contact(_ parties: SIPScenario.Party...) -> [String] {
        ["Contact: " + parties.map { "<\($0.uri)>" }.joined(separator: ", ")]
    }

    private func redirected(_ lines: [String] = contact(.carol)) -> SIPScenario {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(302, to: invite, at: 0.1, lines: lines)
        scenario.acknowledge(invite, 302, at: 0.11)
        return scenario
    }

    @Test func followedUnderTheSameCallID() throws {
        var scenario = redirected()
        let next = scenario.request(.invite, from: .alice, to: .bob, at: 0.2, uri: "sip:carol@192.0.2.3")
        scenario.response(200, to: next, at: 1)
        let exchange = try #require(scenario.track().first)
        #expect(exchange.redirects.map(\.follower) == [1])
        #expect(exchange.redirects[0].contacts == ["sip:carol@192.0.2.3"])
        #expect(!exchange.redirects[0].leadsBack)
        #expect(exchange.outcome == .answered)
    }

    @Test(
        "Followed under a new Call-ID, and near it: another caller, another target, too late",
        arguments: [
            (.alice, .carol, 1, 1), (.dave, .carol, 1, 2), (.alice, .dave, 1, 2), (.alice, .carol, 32.1, 1),
            (.alice, .carol, 32.2, 2),
        ] as [(SIPScenario.Party, SIPScenario.Party, Double, Int)])
    func newCallID(from: SIPScenario.Party, to: SIPScenario.Party, at: Double, count: Int) throws {
        var scenario = redirected()
        let next = scenario.request(.invite, from: from, to: to, at: at, callID: "new")
        scenario.response(486, to: next, at: at + 1)
        let exchanges = scenario.track(until: 60)
        #expect(exchanges.count == count)
        #expect(exchanges[0].redirects.map(\.follower) == [count == 1 ? 1 : nil])
        #expect(exchanges[0].outcome == (count == 1 ? .busy : .redirected))
    }

    @Test func notFollowed() throws {
        let exchange = try #require(redirected().track(until: 60).first)
        #expect(exchange.redirects.map(\.follower) == [nil])
        #expect(exchange.outcome == .redirected)
    }

    @Test func aRetryAtTheSameAddressDoesNotFollow() throws {
        var scenario = redirected()
        scenario.request(.invite, from: .alice, to: .bob, at: 0.2)
        #expect(try #require(scenario.track().first).redirects.map(\.follower) == [nil])
    }

    @Test("A proxy follows by itself: same CSeq, new branch; the caller sees the answer alone")
    func recursion() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        let first = scenario.forward(invite, by: .proxy, to: .bob, at: 0.001)
        scenario.response(302, to: first, at: 0.1, lines: Self.contact(.carol))
        let second = scenario.forward(invite, by: .proxy, to: .carol, at: 0.11, uri: "sip:carol@192.0.2.3")
        scenario.response(200, to: second, at: 1)
        scenario.response(200, to: invite, at: 1.001)
        let exchange = try #require(scenario.track().first)
        #expect(exchange.redirects.map(\.follower) == [2])
        #expect(exchange.outcome == .answered)
    }

    @Test("A redirect that a proxy hands on counts once, and its follower is found")
    func handedOn() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        let second = scenario.forward(invite, by: .proxy, to: .bob, at: 0.001)
        scenario.response(302, to: second, at: 0.1, lines: Self.contact(.carol))
        scenario.response(302, to: invite, at: 0.101, lines: Self.contact(.carol))
        scenario.request(.invite, from: .alice, to: .carol, at: 0.2, callID: "new")
        let exchanges = scenario.track()
        #expect(exchanges.count == 1)
        #expect(exchanges[0].redirects.map(\.follower) == [2])
    }

    @Test(
        "Loops: all Contacts were tried before",
        arguments: [
            (contact(.bob), true), (contact(.carol), false), (contact(.bob, .carol), false), ([], false),
            (["Contact: <SIP:bob@192.0.2.2;unknown=1>"], true), (["Contact: <sip:bob@192.0.2.2:5062>"], false),
            (["Contact: <tel:+15550100>"], false),
        ] as [([String], Bool)])
    func leadsBackAtOnce(lines: [String], leadsBack: Bool) throws {
        let exchange = try #require(redirected(lines).track().first)
        #expect(exchange.redirects.map(\.leadsBack) == [leadsBack])
    }

    @Test(
        "A redirect that leaves nothing to try is settled at once",
        arguments: [(contact(.bob), .redirected), ([], .redirected), (contact(.carol), .undetermined)]
            as [([String], CallOutcome)])
    func deadEnd(lines: [String], outcome: CallOutcome) throws {
        #expect(try #require(redirected(lines).track().first).outcome == outcome)
    }

    @Test("There and back again, under one Call-ID or two", arguments: [SIPScenario.defaultCallID, "new"])
    func leadsBackAfterAStep(callID: String) throws {
        var scenario = redirected()
        let next = scenario.request(
            .invite, from: .alice, to: .carol, at: 0.2, callID: callID, uri: "sip:carol@192.0.2.3")
        scenario.response(302, to: next, at: 0.3, lines: Self.contact(.bob))
        let exchange = try #require(scenario.track(until: 60).first)
        #expect(exchange.redirects.map(\.leadsBack) == [false, true])
        #expect(exchange.outcome == .redirected)
    }

    @Test func aRedirectOfAReinviteOrOfAnotherMethodIsNone() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(200, to: invite, at: 1)
        let inner = scenario.request(.invite, in: invite, from: .alice, at: 2)
        scenario.response(302, to: inner, at: 2.1, lines: Self.contact(.carol))
        let register = scenario.request(.register, from: .alice, to: .alice, at: 3, callID: "register")
        scenario.response(302, to: register, at: 3.1, lines: Self.contact(.carol))
        #expect(scenario.track().map(\.redirects.count) == [0, 0])
    }
}
