import SIPParsing
import SIPReporting
import Testing
import TraceTypes
import _TestSupport

@Suite("Figures of calls by hand-counted traces (RFC 6076 section 4)")
struct CallFiguresTests {
    /// Ten attempts: three answered, one each of 302 not followed, 404, 480, 486, 503, 603 and 608.
    private static var ten: SIPScenario {
        var scenario = SIPScenario()
        for number in 0..<3 { scenario.wholeCall(number, at: Double(number) * 40) }
        let statuses: [UInt16] = [302, 404, 480, 486, 503, 603, 608]
        for (number, status) in statuses.enumerated() {
            scenario.call(10 + number, status, at: 200 + Double(number) * 40)
        }
        return scenario
    }

    @Test(
        "Ratios",
        arguments: [
            ("ser", [3, 9]), ("seer", [6, 9]), ("isa", [1, 10]), ("asr", [3, 10]), ("ner", [6, 10]), ("scr", [3, 10]),
            ("ira", [0, 0]),
        ])
    func ratios(key: String, parts: [Int]) {
        let figures = Self.ten.figures()
        #expect(figures.calls.counts.parts == [10, 3, 7, 0, 0, 0])
        #expect(figures.ratio(key) == parts)
        #expect(figures.calls.blocked == 1)
    }

    @Test(
        "Delays, in milliseconds: how many, the least, the greatest",
        arguments: [
            ("srdAnswered", [3, 500, 500]), ("srdFailed", [6, 1_000, 1_000]), ("pdd", [3, 500, 500]),
            ("sdtCompleted", [3, 10_000, 10_000]), ("sdtFailed", [0]), ("acd", [3, 10_000, 10_000]),
            ("sddAnswered", [3, 200, 200]), ("sddFailed", [0]), ("pbd", [3, 200, 200]), ("rrd", [0]),
        ] as [(String, [Int64])])
    func delays(key: String, samples: [Int64]) {
        #expect(Self.ten.figures().delay(key) == samples)
    }

    @Test("A BYE that gets no answer fails the completion; its duration ends with Timer F")
    func unansweredBye() {
        var scenario = SIPScenario()
        scenario.wholeCall(1, at: 0)
        scenario.wholeCall(2, at: 20, bye: nil)
        let figures = scenario.figures()
        #expect(figures.ratio("scr") == [1, 2] && figures.ratio("ser") == [2, 2])
        #expect(figures.delay("sdtFailed") == [1, 42_000, 42_000])
        #expect(figures.delay("sddAnswered") == [1, 200, 200] && figures.delay("sddFailed") == [0])
        #expect(figures.delay("acd") == [2, 10_000, 10_000])
        let early = scenario.figures(until: 40)
        #expect(early.ratio("scr") == [1, 1] && early.calls.open == 1)
    }

    @Test("A BYE that is refused is an answer; one that is challenged goes on")
    func refusedBye() {
        var scenario = SIPScenario()
        scenario.wholeCall(1, at: 0, bye: 481)
        #expect(scenario.figures().delay("sddFailed") == [1, 200, 200])
        #expect(scenario.figures().ratio("scr") == [1, 1])
        var challenged = SIPScenario()
        let call = challenged.answeredCall()
        let first = challenged.request(.bye, in: call, from: .alice, at: 5)
        challenged.response(407, to: first, at: 5.1)
        let second = challenged.request(.bye, in: call, from: .alice, at: 5.5)
        challenged.response(200, to: second, at: 5.7)
        let figures = challenged.figures()
        #expect(figures.delay("sddAnswered") == [1, 700, 700] && figures.delay("pbd") == [1, 200, 200])
    }

    @Test("An open call completes nothing and is not held against the ratio")
    func open() {
        var scenario = SIPScenario()
        _ = scenario.answeredCall()
        let figures = scenario.figures()
        #expect(figures.ratio("scr") == [0, 0] && figures.ratio("asr") == [1, 1] && figures.delay("acd") == [0])
    }

    @Test("A 183 rings only with a session description", arguments: [true, false])
    func earlyMedia(hasMedia: Bool) {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(100, to: invite, at: 0.1)
        scenario.response(183, to: invite, at: 1, body: hasMedia ? .sdp : nil)
        scenario.response(180, to: invite, at: 2)
        scenario.response(200, to: invite, at: 3)
        let figures = scenario.figures()
        #expect(figures.delay("pdd") == (hasMedia ? [1, 1_000, 1_000] : [1, 2_000, 2_000]))
        #expect(figures.delay("srdAnswered") == [1, 1_000, 1_000])
    }

    @Test("A denominator of nothing gives no number")
    func nothing() {
        #expect(Ratio(0, of: 0).percent(decimals: 1) == nil)
        #expect(Ratio(12, of: 13).percent(decimals: 1) == "92.3")
        #expect(Ratio(1, of: 1).percent(decimals: 2) == "100.00")
        #expect(SIPScenario().figures().isEmpty)
    }

    @Test("Peers beyond the limit are counted together")
    func manyPeers() {
        var scenario = SIPScenario()
        let count = PeerTable.limit + 3
        for number in 0..<count {
            let address = SIPScenario.Party.bob.endpoint.address
            let callee = SIPScenario.Party(
                "bob",
                Endpoint(address: IPAddress(v4: UInt32(truncatingIfNeeded: address.low) + UInt32(number)), port: 5060))
            scenario.call(number, 486, at: Double(number), to: callee)
        }
        let figures = scenario.figures()
        #expect(figures.peers.sorted.count == PeerTable.limit)
        #expect(figures.peers.others.attempts == 3 && figures.peers.others.failures.counts == [486: 3])
    }
}
