import SIPDialogs
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@Suite("Reliable provisional responses")
struct ReliableProvisionalsTests {
    /// What passes, in the order of whole seconds.
    enum Step: Sendable {
        case response(UInt32)
        case session(UInt32)
        case prack(UInt32)
    }

    /// The machine after some steps to an INVITE with CSeq 7, and what each step was to it.
    private static func run(_ steps: [Step]) -> (machine: ReliableProvisionals, effects: [String]) {
        var machine = ReliableProvisionals(cseq: 7)
        var effects: [String] = []
        for (second, step) in steps.enumerated() {
            let time = at(Double(second))
            switch step {
            case .response(let number): effects.append("\(machine.response(number, at: time))")
            case .session(let number): effects.append("\(machine.response(number, at: time, hasSession: true))")
            case .prack(let number):
                guard let rack = Self.rack("\(number) 7 INVITE") else { return (machine, ["no RAck"]) }
                effects.append("\(machine.acknowledge(rack, at: time))")
            }
        }
        return (machine, effects)
    }

    private static func rack(_ text: String) -> RAck? {
        let bytes = Array(text.utf8)
        return RAck(bytes.span, ByteRange(0..<bytes.count))
    }

    @Test(
        "RFC 3262 section 4: the sequence",
        arguments: [
            ([], nil, []),
            ([.response(5)], 5, ["advanced"]),
            ([.response(5), .response(5)], 5, ["advanced", "repeated"]),
            ([.response(5), .response(6)], 6, ["advanced", "advanced"]),
            ([.response(5), .response(7)], 5, ["advanced", "outOfOrder(expected: 6)"]),
            ([.response(5), .response(4)], 5, ["advanced", "outOfOrder(expected: 6)"]),
            (
                [.response(5), .response(7), .response(8), .response(6)], 8,
                ["advanced", "outOfOrder(expected: 6)", "outOfOrder(expected: 6)", "advanced"]
            ),
            ([.response(0)], 0, ["outOfRange"]),
            ([.response(1)], 1, ["advanced"]),
            ([.response(0x7FFF_FFFF), .response(0x8000_0000)], 0x8000_0000, ["advanced", "advanced"]),
            ([.response(0x8000_0000)], 0x8000_0000, ["outOfRange"]),
            ([.response(.max), .response(0)], .max, ["outOfRange", "outOfOrder(expected: 0)"]),
        ] as [([Step], UInt32?, [String])])
    func sequence(steps: [Step], sequence: UInt32?, effects: [String]) {
        let end = Self.run(steps)
        #expect(end.machine.sequence == sequence)
        #expect(end.effects == effects)
    }

    @Test(
        "RFC 3262 section 3: what waits for its PRACK",
        arguments: [
            ([.response(1)], [1], ["advanced"]),
            ([.response(1), .prack(1)], [], ["advanced", "matched"]),
            ([.response(1), .prack(2)], [1], ["advanced", "unknown"]),
            ([.response(1), .prack(1), .prack(1)], [], ["advanced", "matched", "repeated"]),
            ([.response(1), .response(2), .prack(1)], [2], ["advanced", "advanced", "matched"]),
            // Out of order, it must not be acknowledged.
            ([.response(1), .response(3)], [1], ["advanced", "outOfOrder(expected: 2)"]),
            ([.prack(1)], [], ["unknown"]),
        ] as [([Step], [UInt32], [String])])
    func waiting(steps: [Step], numbers: [UInt32], effects: [String]) {
        let end = Self.run(steps)
        #expect(end.machine.unacknowledged(at: at(100)).map(\.number) == numbers)
        #expect(end.effects == effects)
    }

    @Test("A PRACK is for the INVITE that its RAck names", arguments: ["1 8 INVITE", "1 7 SUBSCRIBE", "1 7 invite"])
    func otherRequest(text: String) throws {
        var machine = Self.run([.response(1)]).machine
        #expect(try machine.acknowledge(#require(Self.rack(text)), at: at(1)) == .unknown)
        #expect(try machine.acknowledge(#require(Self.rack("1 7 INVITE")), at: at(1)) == .matched)
    }

    @Test("Times: what waited when, how long it was repeated, and how long the callee waits")
    func times() throws {
        let machine = Self.run([.session(1), .response(1), .prack(1)]).machine
        let response = try #require(machine.responses.first)
        #expect(response.hasSession && response.repeats == 1 && response.lastTime == at(1))
        #expect(machine.unacknowledged(at: at(0, nanoseconds: -1)).isEmpty)
        #expect(machine.unacknowledged(at: at(0)).count == 1)
        #expect(machine.unacknowledged(at: at(2, nanoseconds: -1)).count == 1)
        #expect(machine.unacknowledged(at: at(2)).isEmpty)
        #expect(machine.deadline(of: response, TimerValues()) == at(32))
        #expect(machine.deadline(of: response, TimerValues(t1: .seconds(2))) == at(128))
    }

    @Test("Tracking takes another RSeq for a new response, and the same for a repeated one")
    func tracked() throws {
        let flow = try Flow(
            """
            == case
            0    alice > bob INVITE
            0.1  bob > alice 183
                 RSeq: 1
            0.6  bob > alice 183
                 RSeq: 1
            1    bob > alice 183
                 RSeq: 2
            1.5  bob > alice 183
            2    bob > alice 183
            """, named: "area/rule")
        var tracker = Tracker()
        try #require(flow.cases.first).scenario.messages.forEachMessage { tracker.feed($0, $1, $2) }
        tracker.finish()
        let exchange = try #require(tracker.finished.first)
        #expect(exchange.messages.map(\.isRepeat) == [false, false, true, false, false, true])
        #expect(exchange.header(.rSeq, of: 3) == "2")
    }
}
