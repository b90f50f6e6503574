import SIPCatalog
import SIPDialogs
import SIPFindings
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@Suite("Selecting rules")
struct RuleSelectionTests {
    private func names(selecting: [String] = [], ignoring: [String] = []) -> [String] {
        RuleSelection(selecting: selecting, ignoring: ignoring).rules.map(\.name)
    }

    private var all: [String] { Rule.all.map(\.name) }

    @Test("Nothing selected is everything")
    func everything() {
        #expect(names() == all)
        #expect(RuleSelection.everything.leastSeverity == .info)
    }

    @Test("A rule, an area, and both together")
    func selecting() {
        #expect(names(selecting: ["auth/loop"]) == ["auth/loop"])
        #expect(names(selecting: ["transfer"]) == all.filter { $0.hasPrefix("transfer/") })
        #expect(Set(names(selecting: ["transfer", "auth/loop"])).contains("auth/loop"))
        #expect(names(selecting: ["trans"]).isEmpty)
    }

    @Test("Ignoring wins over selecting when it is at least as specific")
    func ignoring() {
        #expect(!names(ignoring: ["auth/loop"]).contains("auth/loop"))
        #expect(names(ignoring: ["transfer"]) == all.filter { !$0.hasPrefix("transfer/") })
        #expect(names(selecting: ["transfer"], ignoring: ["transfer"]).isEmpty)
        #expect(names(selecting: ["auth/loop"], ignoring: ["auth/loop"]).isEmpty)
        #expect(names(selecting: ["transfer/failed"], ignoring: ["transfer"]) == ["transfer/failed"])
        #expect(
            names(selecting: ["transfer"], ignoring: ["transfer/failed"])
                == all.filter { $0.hasPrefix("transfer/") && $0 != "transfer/failed" })
    }

    @Test("The areas are those of the rules, each once")
    func areas() {
        #expect(RuleSelection.areas == RuleSelection.areas.sorted())
        #expect(Set(RuleSelection.areas).count == RuleSelection.areas.count)
        #expect(RuleSelection.areas.contains("invite") && !RuleSelection.areas.contains("invite/missing-ack"))
    }

    @Test(
        "What is not selected, or not grave enough, is not found",
        arguments: [
            (RuleSelection(selecting: ["invite"]), true), (RuleSelection(ignoring: ["invite"]), false),
            (RuleSelection(leastSeverity: .error), true), (RuleSelection(selecting: ["transfer"]), false),
        ])
    func findings(selection: RuleSelection, isFound: Bool) {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        for time in [1, 1.5, 2.5, 4.5] { scenario.response(200, to: invite, at: time) }
        #expect(scenario.rules(selection).contains("invite/missing-ack") == isFound)
    }

    @Test("A warning is left out where errors alone are wanted")
    func severity() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(302, to: invite, at: 0.1, lines: ["Contact: <\(SIPScenario.Party.carol.uri)>"])
        scenario.acknowledge(invite, 302, at: 0.2)
        #expect(scenario.rules(RuleSelection(leastSeverity: .warning)).contains("redirect/not-followed"))
        #expect(!scenario.rules(RuleSelection(leastSeverity: .error)).contains("redirect/not-followed"))
    }
}

extension SIPScenario {
    /// The names of the rules of a selection that find something.
    fileprivate func rules(_ selection: RuleSelection) -> [String] {
        let (exchanges, directions) = tracked(until: Self.time(60))
        let context = RuleContext(
            timers: TimerValues(), directions: directions, hasLoss: false, captureStart: Timestamp(nanoseconds: 0),
            catalog: .english, selection: selection)
        return exchanges.flatMap { Rule.findings(in: $0, context) }.map(\.rule)
    }
}
