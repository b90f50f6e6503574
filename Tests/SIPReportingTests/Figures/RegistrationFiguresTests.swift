import SIPParsing
import SIPReporting
import Testing
import TraceTypes
import _TestSupport

@Suite("Figures of registrations (RFC 6076 sections 4.1 and 4.2)")
struct RegistrationFiguresTests {
    /// A REGISTER under a Call-ID, with the responses to it and to those that follow at once.
    private static func register(_ scenario: inout SIPScenario, _ number: Int, _ statuses: [UInt16], at start: Double) {
        for (round, status) in statuses.enumerated() {
            let time = start + Double(round) * 0.5
            let request = scenario.request(
                .register, from: .alice, to: .proxy, at: time, callID: "register-\(number)", fromTag: "r\(number)")
            if status > 0 { scenario.response(status, to: request, at: time + 0.25) }
        }
    }

    @Test(
        "What counts as ineffective",
        arguments: [
            ([200], [0, 1], [1, 250, 250]), ([401, 200], [0, 1], [1, 750, 750]), ([403], [1, 1], [0]),
            ([503], [1, 1], [0]), ([603], [1, 1], [0]), ([0], [1, 1], [0]), ([401], [0, 1], [0]), ([402], [0, 1], [0]),
            ([302], [0, 1], [0]), ([423, 200], [0, 1], [1, 750, 750]), ([403, 200], [1, 2], [1, 250, 250]),
        ] as [([UInt16], [Int], [Int64])])
    func ineffective(statuses: [UInt16], ratio: [Int], delay: [Int64]) {
        var scenario = SIPScenario()
        Self.register(&scenario, 1, statuses, at: 0)
        let figures = scenario.figures()
        #expect(figures.ratio("ira") == ratio)
        #expect(figures.delay("rrd") == delay)
        #expect(figures.calls.counts.attempts == 0 && figures.ratio("asr") == [0, 0])
    }

    @Test("Each refresh is an attempt; a request without an answer after which another begins is one, too")
    func refreshes() {
        var scenario = SIPScenario()
        for round in 0..<3 { Self.register(&scenario, 1, [401, 200], at: Double(round) * 20) }
        #expect(scenario.figures().registrations.counts.parts == [3, 3, 0, 0, 0, 0])
        var silent = SIPScenario()
        let first = silent.request(.register, from: .alice, to: .proxy, at: 0)
        silent.send(first, at: 16)
        silent.request(.register, from: .alice, to: .proxy, at: 33)
        #expect(silent.figures(until: 50).registrations.counts.parts == [2, 0, 0, 0, 1, 1])
    }

    @Test("A capture that begins with the challenge does not know the delay; the next refresh is whole")
    func begunBefore() {
        var whole = SIPScenario()
        for round in 0..<2 { Self.register(&whole, 1, [401, 200], at: Double(round) * 20) }
        var scenario = SIPScenario()
        for (message, time) in zip(whole.messages, [0, 0.25, 0.5, 0.75, 20, 20.25, 20.5, 20.75]).dropFirst() {
            let text = String(decoding: message.bytes, as: UTF8.self)
            scenario.add(text, from: message.header.source, to: message.header.destination, at: time)
        }
        let figures = scenario.figures()
        #expect(figures.registrations.counts.parts == [1, 1, 0, 0, 0, 0])
        #expect(figures.registrations.counts.partial == 1 && figures.delay("rrd") == [1, 750, 750])
    }

    @Test("Other requests are no attempts")
    func others() {
        var scenario = SIPScenario()
        let options = scenario.request(.options, from: .alice, to: .bob, at: 0)
        scenario.response(404, to: options, at: 0.1)
        #expect(scenario.figures().isEmpty)
    }
}
