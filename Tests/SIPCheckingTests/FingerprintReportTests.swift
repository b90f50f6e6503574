import SIPChecking
import SIPFindings
import SIPParsing
import SIPReporting
import Testing
import TraceTypes
import _TestSupport

@Suite("Fingerprints of the findings of a report")
struct FingerprintReportTests {
    private typealias Party = SIPScenario.Party

    private func texts(_ recording: Recording) -> [String] { recording.report().fingerprints.map(\.text) }

    @Test("Rule, method, status and role are read off the messages that show a finding")
    func parts() {
        let found = texts(Recording(SIPScenario.failedTransfer()))
        #expect(found.contains("transfer/failed REFER 603 caller 1"))
    }

    @Test("A recording with other Call-IDs, tags, branches, frames and times has the same", arguments: Flow.allCases)
    func recordedAgain(flow: Flow.Case) {
        let recording = Recording(flow)
        #expect(texts(recording.again) == texts(recording))
    }

    @Test("So does one from other addresses", arguments: Flow.allCases)
    func recordedElsewhere(flow: Flow.Case) {
        let recording = Recording(flow)
        #expect(texts(recording.elsewhere) == texts(recording))
    }

    @Test("Every finding has one, and no two of a trace are equal", arguments: Flow.allCases)
    func unique(flow: Flow.Case) {
        let report = Recording(flow).report()
        #expect(report.fingerprints.map(\.rule) == report.findings.map(\.rule))
        #expect(Set(report.fingerprints).count == report.findings.count)
        for print in report.fingerprints { #expect(Fingerprint(text: print.text) == print) }
    }

    @Test("Ports do not matter where the addresses tell the parties apart")
    func ports() {
        let usual = Recording(SIPScenario.failedTransfer())
        let others = [
            SIPScenario.failedTransfer(Party("alice", host: 1, port: 49_152), Party("bob", host: 2)),
            SIPScenario.failedTransfer(Party("alice", host: 1, port: 50_007), Party("bob", host: 2, port: 40_001)),
        ].map { Recording($0) }
        for other in others { #expect(texts(other) == texts(usual)) }
    }

    @Test("On one host, the ports tell the parties apart")
    func oneHost() {
        let (alice, bob, carol) = (
            Party("alice", host: 7, port: 5061), Party("bob", host: 7, port: 5062), Party("carol", host: 7, port: 5063)
        )
        let found = texts(Recording(SIPScenario.failedTransfer(alice, bob, carol)))
        #expect(found.contains("transfer/failed REFER 603 caller 1"))
        #expect(texts(Recording(SIPScenario.failedTransfer(carol, alice, bob))) == found)
    }

    @Test("Equal findings of several calls are numbered in the order of the calls")
    func ordinals() {
        var scenario = SIPScenario()
        for number in 1...3 {
            let start = Double(number)
            let invite = scenario.request(.invite, from: .alice, to: .bob, at: start, callID: "call-\(number)@here")
            scenario.response(200, to: invite, at: start + 0.5, without: ["Contact"])
            scenario.acknowledge(invite, at: start + 0.6)
        }
        let prints = Recording(scenario).report().fingerprints.filter { $0.rule == "dialog/missing-contact" }
        #expect(prints.map(\.ordinal) == [1, 2, 3])
        #expect(Set(prints.map(\.role)) == ["caller"])
        #expect(Set(prints.map(\.code)) == [200])
    }

    @Test("A response names the method that it answers, and its sender")
    func response() throws {
        var scenario = SIPScenario()
        let options = scenario.request(.options, from: .alice, to: .bob, at: 0)
        scenario.response(200, to: options, at: 1)
        scenario.response(404, to: options, at: 1.5)
        let prints = Recording(scenario).report().fingerprints
        #expect(prints.map(\.text) == ["transaction/second-final OPTIONS 404 caller 1"])
        let orphan = try #require(try Flow(named: "transaction/orphan-response").cases.first)
        #expect(texts(Recording(orphan)) == ["transaction/orphan-response OPTIONS 200 callee 1"])
    }

    @Test("Where the messages were let go, what is known of the exchange stands in")
    func letGo() {
        let report = Recording(SIPScenario.failedTransfer()).report(isKept: false)
        #expect(report.fingerprints.map(\.text).contains("transfer/failed INVITE 200 caller 1"))
    }

    @Test(
        "A method from the wire is one word in which nothing steers",
        arguments: [
            ("PROPOSE", "PROPOSE"), ("x-%'y", "x-%'y"), ("A\u{202E}B", "A"),
            (String(repeating: "X", count: 90), String(repeating: "X", count: 40)),
        ])
    func methodNames(name: String, word: String) throws {
        var scenario = SIPScenario()
        let request = scenario.request(.other, from: .alice, to: .bob, at: 0, named: name)
        scenario.response(405, to: request, at: 1, without: ["Allow"])
        let print = try #require(
            Recording(scenario).report().fingerprints.first { $0.rule == "response/missing-header" })
        #expect(print.method == word)
    }

    @Test(
        "What is no fingerprint is not read",
        arguments: [
            "", "transfer/failed REFER 603 caller", "transfer/failed REFER 603 caller 0", "a b c d e",
            "transfer/failed  REFER 603 caller 1", "transfer/failed REFER -1 caller 1",
            "a/b C 1 d 9999999999999999999999",
            "a/b C 1 d 1 more", " a/b C 1 d 1",
        ])
    func unreadable(text: String) {
        #expect(Fingerprint(text: text) == nil)
    }
}
