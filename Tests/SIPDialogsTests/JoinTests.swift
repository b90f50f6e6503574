import SIPDialogs
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@Suite("The referred INVITE under a new Call-ID (rules A2: Replaces, Referred-By, target)")
struct JoinTests {
    private static let replaces = "Replaces: consult@example.com;to-tag=carol-tag;from-tag=alice-tag"
    private static let attended =
        "Refer-To: <sip:carol@192.0.2.3?Replaces=consult%40example.com%3Bto-tag%3Dcarol-tag%3Bfrom-tag%3Dalice-tag>"
    private static let blind = "Refer-To: <sip:carol@192.0.2.3>"
    private static let referredBy = "Referred-By: <sip:alice@192.0.2.1>"

    private func referred(_ lines: [String]) -> SIPScenario {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(200, to: invite, at: 1)
        scenario.acknowledge(invite, at: 1.1)
        let refer = scenario.request(.refer, in: invite, from: .alice, at: 10, lines: lines)
        scenario.response(202, to: refer, at: 10.1)
        return scenario
    }

    @Test(
        "Joined, by the strongest evidence there is",
        arguments: [
            ([attended], .bob, .carol, [replaces], .replaces), ([attended], .dave, .dave, [replaces], .replaces),
            ([blind, referredBy], .bob, .carol, [referredBy], .referredByAndTarget),
            ([blind, referredBy], .dave, .carol, [referredBy], .referredByAndTarget),
            ([blind, referredBy], .bob, .dave, [referredBy], .referredBy), ([blind], .bob, .carol, [], .target),
            ([blind, referredBy], .bob, .carol, [], .target), ([attended], .bob, .carol, [], .target),
        ] as [([String], SIPScenario.Party, SIPScenario.Party, [String], Transfer.JoinEvidence)])
    func joined(
        refer: [String], from: SIPScenario.Party, to: SIPScenario.Party, lines: [String],
        evidence: Transfer.JoinEvidence
    ) throws {
        var scenario = referred(refer)
        let invite = scenario.request(.invite, from: from, to: to, at: 11, callID: "new", lines: lines)
        scenario.response(486, to: invite, at: 12)
        let exchanges = scenario.track(until: 60)
        #expect(exchanges.count == 1)
        #expect(exchanges[0].legs.map(\.origin) == [.first, .transfer(0)])
        #expect(exchanges[0].transfers[0].referredInvite == 2)
        #expect(exchanges[0].transfers[0].evidence == evidence)
        #expect(exchanges[0].transferOutcomes == [.failed])
        #expect(exchanges[0].outcome == .answered)
    }

    @Test(
        "Near misses, which begin a call of their own",
        arguments: [
            ([blind], .bob, .dave, []), ([blind], .dave, .carol, []),
            ([blind, referredBy], .dave, .dave, [referredBy]),
            ([blind], .dave, .dave, [referredBy]), ([attended], .dave, .dave, []),
            ([attended], .bob, .carol, ["Replaces: consult@example.com;to-tag=alice-tag;from-tag=carol-tag"]),
            ([attended], .bob, .carol, ["Replaces: other@example.com;to-tag=carol-tag;from-tag=alice-tag"]),
        ] as [([String], SIPScenario.Party, SIPScenario.Party, [String])])
    func notJoined(refer: [String], from: SIPScenario.Party, to: SIPScenario.Party, lines: [String]) {
        var scenario = referred(refer)
        scenario.request(.invite, from: from, to: to, at: 11, callID: "new", lines: lines)
        let exchanges = scenario.track()
        #expect(exchanges.count == 2)
        #expect(exchanges.allSatisfy { $0.legs.count == 1 })
        #expect(exchanges[0].transfers.map(\.referredInvite) == [nil])
    }

    @Test("The window is 32 s from the REFER", arguments: [(42, 1), (42.000_000_001, 2)] as [(Double, Int)])
    func window(at: Double, count: Int) {
        var scenario = referred([Self.blind])
        scenario.request(.invite, from: .bob, to: .carol, at: at, callID: "new")
        #expect(scenario.track().count == count)
    }

    @Test func anINVITEWithAToTagIsNoReferredOne() {
        var scenario = referred([Self.blind])
        scenario.request(.invite, from: .bob, to: .carol, at: 11, callID: "new", toTag: "carol-tag")
        #expect(scenario.track().count == 2)
    }

    @Test func aRefusedREFERBringsNothingAbout() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        let refer = scenario.request(.refer, in: invite, from: .alice, at: 10, lines: [Self.blind])
        scenario.response(603, to: refer, at: 10.1)
        scenario.request(.invite, from: .bob, to: .carol, at: 11, callID: "new")
        #expect(scenario.track().count == 2)
    }

    @Test func eachREFERIsFollowedOnce() {
        var scenario = referred([Self.blind])
        for callID in ["new-1", "new-2"] {
            scenario.request(.invite, from: .bob, to: .carol, at: 11, callID: callID)
        }
        let exchanges = scenario.track()
        #expect(exchanges.map(\.legs.count) == [2, 1])
    }

    @Test func theLatestOfTwoREFERsIsFollowed() throws {
        var scenario = referred([Self.blind])
        let other = scenario.request(.invite, from: .dave, to: .bob, at: 5, callID: "second")
        scenario.response(200, to: other, at: 6)
        scenario.request(.refer, in: other, from: .dave, at: 11, lines: [Self.blind])
        scenario.request(.invite, from: .bob, to: .carol, at: 12, callID: "new")
        let exchanges = scenario.track()
        #expect(exchanges.map(\.legs.count) == [1, 2])
    }

    @Test("The referred INVITE's own end decides where no NOTIFY tells, retries included")
    func referredResult() throws {
        var scenario = referred([Self.blind])
        let first = scenario.request(.invite, from: .bob, to: .carol, at: 11, callID: "new")
        scenario.response(407, to: first, at: 11.1)
        let second = scenario.request(.invite, from: .bob, to: .carol, at: 11.2, callID: "new")
        scenario.response(180, to: second, at: 11.3)
        #expect(try #require(scenario.track(until: 100).first).transferOutcomes == [.undetermined])
        scenario.response(200, to: second, at: 80)
        let exchanges = scenario.track()
        #expect(exchanges.count == 1)
        #expect(exchanges[0].transferOutcomes == [.completed])
    }

    @Test("A REFER outside of any dialog: the call is the one it set up")
    func outOfDialogREFER() throws {
        var scenario = SIPScenario()
        let refer = scenario.request(.refer, from: .alice, to: .bob, at: 0, lines: [Self.blind])
        scenario.response(202, to: refer, at: 0.1)
        #expect(try #require(scenario.track().first).kind == .request)
        let invite = scenario.request(.invite, from: .bob, to: .carol, at: 1, callID: "new")
        scenario.response(486, to: invite, at: 2)
        let exchange = try #require(scenario.track().first)
        #expect(exchange.kind == .call)
        #expect(exchange.outcome == .busy)
    }
}
