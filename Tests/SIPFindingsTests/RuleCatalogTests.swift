import SIPCatalog
import SIPDialogs
import SIPFindings
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@Suite("Rules and the catalog")
struct RuleCatalogTests {
    /// The names of the output contract, which never change.
    private static let fixed: Set = [
        "invite/missing-ack", "invite/no-response", "transfer/no-notify", "transfer/no-final-notify", "transfer/failed",
        "transfer/refused", "redirect/not-followed", "redirect/loop", "retry/after-global-failure",
        "retry/after-forbidden", "auth/loop", "blocked/no-redress",
    ]

    @Test("The fixed names are there, each once")
    func names() {
        let names = Rule.all.map(\.name)
        #expect(Set(names).isSuperset(of: Self.fixed))
        #expect(names.count == Set(names).count)
    }

    @Test("A name says the area and what is wrong", arguments: Rule.all.map(\.name))
    func form(name: String) {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        #expect(parts.count == 2)
        for part in parts {
            #expect(!part.isEmpty && part.first != "-" && part.last != "-")
            #expect(part.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" })
        }
    }

    @Test("Every rule has a topic with all its parts, and every topic a rule")
    func topics() throws {
        #expect(Set(Catalog.english.topics.map(\.rule)) == Set(Rule.all.map(\.name)))
        for rule in Rule.all {
            let topic = try #require(Catalog.english.topic(rule.name))
            #expect(!topic.title.isEmpty && !topic.explanation.isEmpty)
            #expect(!topic.causes.isEmpty && !topic.confirm.isEmpty && !topic.fix.isEmpty)
            #expect(!topic.references.isEmpty)
        }
    }

    @Test("The graver finding comes first")
    func order() {
        var scenario = SIPScenario()
        let call = scenario.answeredCall()
        let refer = scenario.refer(in: call, at: 5)
        scenario.response(200, to: refer, at: 5.1)
        scenario.report(.terminated(nil), in: call, at: 6)
        let second = scenario.refer(in: call, at: 10)
        scenario.response(403, to: second, at: 10.1)
        #expect(scenario.verdicts(until: 60).map(\.severity) == [.error, .warning])
    }
}

@Suite("Advice")
struct AdviceTests {
    /// A transfer whose REFER, or whose referred INVITE, got this status.
    private func transfer(refused: UInt16? = nil, failed: UInt16? = nil) -> [String] {
        var scenario = SIPScenario()
        let call = scenario.answeredCall()
        let refer = scenario.refer(in: call, at: 5)
        scenario.response(refused ?? 202, to: refer, at: 5.1)
        if let failed { scenario.report(.terminated("SIP/2.0 \(failed) X"), in: call, at: 6) }
        return scenario.findings(until: 60).first?.advice ?? []
    }

    /// All codes that a failure may have.
    private static let codes =
        Catalog.english.codes.map(\.code).filter { $0 >= 300 }.map { UInt16($0) } + [399, 499, 699]

    @Test("Advice is short, fits on a page and repeats nothing", arguments: codes)
    func length(status: UInt16) {
        for advice in [transfer(refused: status), transfer(failed: status)] {
            #expect((2...6).contains(advice.count))
            #expect(Set(advice).count == advice.count)
        }
    }

    @Test("A failed transfer: first what the code needs, then what transfers need")
    func failed() {
        let advice = transfer(failed: 486)
        #expect(advice.first == Catalog.english.entry(for: 486).fix.first)
        #expect(advice.contains { $0.contains("Refer-To") })
    }

    @Test(
        "A refused REFER: what the code says of REFER; of an odd code, what the rule says",
        arguments: [
            (403, "Allow REFER for this account"), (405, "Enable REFER"), (481, "Compare Call-ID"),
            (603, "Go on with the call"), (499, "Allow REFER on the transferee"),
        ] as [(UInt16, String)])
    func refused(status: UInt16, start: String) {
        #expect(transfer(refused: status).first?.hasPrefix(start) == true)
    }

    @Test("What was not there is not advised to be used")
    func noContradiction() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(608, to: invite, at: 0.1)
        let advice = scenario.findings(until: 60).first?.advice ?? []
        #expect(!advice.isEmpty)
        #expect(!advice.contains { $0.contains("named in the card") })
    }
}
