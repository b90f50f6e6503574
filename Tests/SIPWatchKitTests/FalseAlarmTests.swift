import SIPFindings
import SIPParsing
import SIPReporting
import SIPWatchKit
import Testing
import TraceTypes
import _TestSupport

@Suite("What is in order, or cannot be known, is no finding; what is nearly that is one")
struct FalseAlarmTests {
    /// The rules with findings, and the outcomes of calls, in a scenario of which a capture shows some messages.
    private static func judged(
        _ scenario: SIPScenario, copies: Int = 1, shown: (SIPScenario.Message) -> Bool = { _ in true }
    ) -> (rules: [String], outcomes: [String], report: Report) {
        var analyzer = Analyzer()
        var number: UInt64 = 0
        for message in scenario.messages where shown(message) {
            let (source, destination) = (message.header.source, message.header.destination)
            let frame = PacketBuilder(message.bytes).udp(from: source.port, to: destination.port)
                .ipv4(from: source.address, to: destination.address).ethernet().bytes
            for copy in 0..<copies {
                number += 1
                analyzer.feed(
                    FrameHeader(
                        number: FrameNumber(rawValue: number),
                        time: message.header.time + .milliseconds(Int64(copy)), linkType: .ethernet,
                        wireLength: frame.count),
                    frame.span)
            }
        }
        let report = analyzer.finish()
        return (report.findings.map(\.rule), report.calls.map(\.summary.outcome), report)
    }

    /// A later message, so that the capture is long enough for every deadline.
    private static func end(_ scenario: inout SIPScenario, at seconds: Double) {
        let options = scenario.request(.options, from: .bob, to: .alice, at: seconds, callID: "end")
        scenario.response(200, to: options, at: seconds + 0.1)
    }

    private static func login(_ number: Int) -> [String] {
        ["Authorization: Digest username=\"alice\", realm=\"example.com\", nonce=\"\(number)\", response=\"\(number)\""]
    }

    private static func challenge(_ number: Int, stale: Bool = false) -> [String] {
        ["WWW-Authenticate: Digest realm=\"example.com\", nonce=\"\(number)\"" + (stale ? ", stale=true" : "")]
    }

    @Test(
        "A phone that registers anew with an old nonce each time is no login loop",
        arguments: [(true, []), (false, ["auth/loop"])])
    func oldNonces(succeeds: Bool, rules: [String]) {
        var scenario = SIPScenario()
        for round in 0..<4 {
            let start = Double(round) * 20
            let old = scenario.request(.register, from: .alice, to: .bob, at: start, lines: Self.login(round))
            scenario.response(401, to: old, at: start + 0.1, lines: Self.challenge(round + 1))
            let new = scenario.request(
                .register, from: .alice, to: .bob, at: start + 0.2,
                lines: Self.login(round + 1) + ["Expires: 60"])
            if succeeds {
                scenario.response(200, to: new, at: start + 0.3)
            } else {
                scenario.response(401, to: new, at: start + 0.3, lines: Self.challenge(round + 2))
            }
        }
        #expect(Self.judged(scenario).rules == rules)
    }

    @Test(
        "RFC 3261 22.4: with stale=true the password is right",
        arguments: [(true, ["auth/stale-loop"]), (false, ["auth/loop"])])
    func staleNonces(stale: Bool, rules: [String]) {
        var scenario = SIPScenario()
        for round in 0..<4 {
            let lines = round > 0 ? Self.login(round) : []
            let register = scenario.request(.register, from: .alice, to: .bob, at: Double(round), lines: lines)
            scenario.response(
                401, to: register, at: Double(round) + 0.1, lines: Self.challenge(round + 1, stale: stale))
        }
        Self.end(&scenario, at: 60)
        #expect(Self.judged(scenario).rules == rules)
    }

    @Test("A capture of one direction says nothing about silence in the other")
    func oneDirection() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0, body: .sdp)
        scenario.response(200, to: invite, at: 1, body: .sdp)
        scenario.acknowledge(invite, at: 1.1)
        let refer = scenario.request(
            .refer, in: invite, from: .alice, at: 2, lines: ["Refer-To: <sip:carol@192.0.2.3>"])
        scenario.response(200, to: refer, at: 2.1)
        let second = scenario.request(.invite, from: .alice, to: .bob, at: 3, callID: "second")
        scenario.response(486, to: second, at: 3.1)
        scenario.acknowledge(second, 486, at: 3.2)
        Self.end(&scenario, at: 100)
        let fromAlice = Self.judged(scenario) { $0.header.source == SIPScenario.Party.alice.endpoint }
        #expect(fromAlice.rules.isEmpty)
        let fromBob = Self.judged(scenario) { $0.header.source == SIPScenario.Party.bob.endpoint }
        #expect(fromBob.rules.isEmpty)
        #expect(Self.judged(scenario).rules == ["transfer/no-notify"])
    }

    @Test("A call captured twice, as on the device any, is one call without retransmissions")
    func twice() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0, body: .sdp)
        scenario.response(180, to: invite, at: 0.1)
        scenario.response(603, to: invite, at: 1)
        scenario.acknowledge(invite, 603, at: 1.1)
        let twice = Self.judged(scenario, copies: 2)
        #expect(twice.rules.isEmpty)
        #expect(twice.outcomes == ["declined"])
        #expect(twice.report.counts.duplicates == 4)
        #expect(twice.report.counts.retransmissions == 0)
        #expect(Self.judged(scenario).report.counts.duplicates == 0)
    }

    @Test("A capture that begins in the middle of a call blames nobody for what was before")
    func begunBefore() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0, body: .sdp)
        scenario.response(200, to: invite, at: 1, body: .sdp)
        scenario.acknowledge(invite, at: 1.1)
        let bye = scenario.request(.bye, in: invite, from: .bob, at: 33)
        scenario.response(200, to: bye, at: 33.1)
        Self.end(&scenario, at: 80)
        for start in [0.5, 1.05, 5] {
            let late = Self.judged(scenario) { $0.header.time >= SIPScenario.time(start) }
            #expect(late.rules.isEmpty, "from \(start) s")
            #expect(late.outcomes.count == 1, "from \(start) s")
        }
        let withoutACK = Self.judged(scenario) { !$0.bytes.starts(with: Array("ACK".utf8)) }
        #expect(withoutACK.rules == ["invite/missing-ack"])
    }

    @Test(
        "After the transferor's BYE a NOTIFY may go elsewhere",
        arguments: [(3.0, ["transfer/hung-up-early"]), (50.0, ["transfer/no-notify"])])
    func byeAfterRefer(bye: Double, rules: [String]) {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0, body: .sdp)
        scenario.response(200, to: invite, at: 1, body: .sdp)
        scenario.acknowledge(invite, at: 1.1)
        let refer = scenario.request(
            .refer, in: invite, from: .alice, at: 2, lines: ["Refer-To: <sip:carol@192.0.2.3>"])
        scenario.response(200, to: refer, at: 2.1)
        let end = scenario.request(.bye, in: invite, from: .alice, at: bye)
        scenario.response(200, to: end, at: bye + 0.1)
        Self.end(&scenario, at: 100)
        #expect(Self.judged(scenario).rules == rules)
    }

    @Test(
        "The same callee again after 603: at another address, or after Retry-After, is another matter",
        arguments: [
            (nil, 2.0, "sip:bob@192.0.2.2", ["retry/after-global-failure"]), (nil, 2, "sip:carol@192.0.2.2", []),
            ("5", 2, "sip:bob@192.0.2.2", ["retry/after-global-failure"]), ("5", 9, "sip:bob@192.0.2.2", []),
        ] as [(String?, Double, String, [String])])
    func again(retryAfter: String?, time: Double, uri: String, rules: [String]) {
        var scenario = SIPScenario()
        let first = scenario.request(.invite, from: .alice, to: .bob, at: 0, body: .sdp)
        scenario.response(603, to: first, at: 1, lines: retryAfter.map { ["Retry-After: \($0)"] } ?? [])
        scenario.acknowledge(first, 603, at: 1.1)
        let second = scenario.request(.invite, from: .alice, to: .bob, at: time, uri: uri, body: .sdp)
        scenario.response(200, to: second, at: time + 1, body: .sdp)
        scenario.acknowledge(second, at: time + 1.1)
        #expect(Self.judged(scenario).rules == rules)
    }
}
