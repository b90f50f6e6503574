import SIPDialogs
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@Suite("One packet captured twice is told from a message sent twice")
struct DuplicateTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        /// The identifications of both, and the milliseconds between them.
        var first: UInt16?
        var second: UInt16?
        var interval: Double
        var isDuplicate: Bool
        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "same number at once", first: 7, second: 7, interval: 0.02, isDuplicate: true),
        Case(name: "same number on a slow mirror", first: 7, second: 7, interval: 99, isDuplicate: true),
        Case(name: "same number too late", first: 7, second: 7, interval: 100, isDuplicate: false),
        Case(name: "other number at once", first: 7, second: 8, interval: 0.02, isDuplicate: false),
        Case(name: "other number later", first: 7, second: 8, interval: 500, isDuplicate: false),
        Case(name: "no number at once", first: nil, second: nil, interval: 2.9, isDuplicate: true),
        Case(name: "no number later", first: nil, second: nil, interval: 3, isDuplicate: false),
        Case(name: "one number at once", first: 7, second: nil, interval: 1, isDuplicate: true),
        Case(name: "one number later", first: nil, second: 7, interval: 50, isDuplicate: false),
    ]

    /// A message of each kind, repeated last.
    enum Kind: CaseIterable {
        case invite, register, options, notify, bye, cancel, ringing, answer, rejection, otherResponse, acknowledgement,
            acknowledgementOfRejection

        var scenario: SIPScenario {
            var scenario = SIPScenario()
            let method: Method =
                switch self {
                case .register: .register
                case .options, .otherResponse: .options
                default: .invite
                }
            let first = scenario.request(method, from: .alice, to: .bob, at: 0, body: method == .invite ? .sdp : nil)
            switch self {
            case .invite, .register, .options: break
            case .otherResponse, .answer: scenario.response(200, to: first, at: 0.1)
            case .ringing: scenario.response(180, to: first, at: 0.1)
            case .rejection: scenario.response(603, to: first, at: 0.1)
            case .acknowledgementOfRejection:
                scenario.response(603, to: first, at: 0.1)
                scenario.acknowledge(first, 603, at: 0.2)
            case .acknowledgement:
                scenario.response(200, to: first, at: 0.1)
                scenario.acknowledge(first, at: 0.2)
            case .cancel: scenario.cancel(first, at: 0.1)
            case .bye, .notify:
                scenario.response(200, to: first, at: 0.1)
                scenario.acknowledge(first, at: 0.2)
                scenario.request(self == .bye ? .bye : .notify, in: first, from: .bob, at: 1)
            }
            return scenario
        }
    }

    /// Tracks a scenario whose last message comes again.
    private func tracked(
        _ kind: Kind, _ case: Case, change: (inout SIPScenario.Message) -> Void = { _ in }
    ) throws -> Exchange {
        var messages = kind.scenario.messages
        var last = try #require(messages.last)
        messages.removeLast()
        last.header.identification = `case`.first
        messages.append(last)
        last.header.frame.rawValue += 1
        last.header.identification = `case`.second
        last.header.time = Timestamp(nanoseconds: last.header.time.nanoseconds + Int64(`case`.interval * 1e6))
        change(&last)
        var tracker = Tracker()
        var parser = MessageParser()
        for message in messages + [last] {
            _ = parser.parse(message.bytes.span)
            tracker.feed(parser.message, message.bytes.span, message.header)
        }
        tracker.finish()
        return try #require(tracker.finished.first)
    }

    @Test(arguments: Kind.allCases, cases)
    func repeated(_ kind: Kind, _ case: Case) throws {
        let exchange = try tracked(kind, `case`)
        let last = try #require(exchange.messages.last)
        #expect(last.flags.contains(.duplicate) == `case`.isDuplicate)
        #expect(last.flags.isDisjoint(with: [.retransmission, .responseLost]) == `case`.isDuplicate)
        #expect(last.original == (`case`.isDuplicate ? exchange.messages.count - 2 : nil))
        #expect(last.details.isEmpty)
    }

    @Test(
        "Between other addresses: a copy while a packet may be under way, then sent again",
        arguments: Kind.allCases,
        [(-299, true), (-300, false), (0, true), (1, true), (299.9, true), (300, false), (500, false), (15_500, false)]
            as [(Double, Bool)])
    func betweenOtherAddresses(_ kind: Kind, _ case: (interval: Double, isDuplicate: Bool)) throws {
        let again = Case(
            name: "", first: 7, second: 9, interval: `case`.interval, isDuplicate: `case`.isDuplicate)
        let exchange = try tracked(kind, again) { $0.header.destination.address = IPAddress(v4: 0x0A00_0009) }
        let last = try #require(exchange.messages.last)
        #expect(last.flags.contains(.duplicate) == `case`.isDuplicate)
        #expect(last.flags.contains(.retransmission) != `case`.isDuplicate)
        #expect(last.original == (`case`.isDuplicate ? exchange.messages.count - 2 : nil))
    }

    @Test("A translator that writes its address into the message passes on a copy", arguments: Kind.allCases)
    func rewrittenByAnAddressTranslator(_ kind: Kind) throws {
        let atOnce = Case(name: "", first: 7, second: 9, interval: 1, isDuplicate: true)
        let exchange = try tracked(kind, atOnce) {
            $0.header.destination.address = IPAddress(v4: 0x0A00_0009)
            $0.bytes += Array("\r\n".utf8)
        }
        #expect(exchange.messages.last?.flags.contains(.duplicate) == true)
    }

    @Test(
        "Sent again from a new port of a translator, or on a new connection",
        arguments: [(Transport.udp, SIPParsing.Method.invite, 15.5), (.tcp, .bye, 29)])
    func sentAgainFromAnotherPort(_ transport: Transport, _ method: SIPParsing.Method, after seconds: Double) throws {
        var scenario = SIPScenario()
        scenario.transport = transport
        var request = scenario.request(method, from: .alice, to: .bob, at: 0)
        request.source.port = 5999
        scenario.send(request, at: seconds)
        #expect(scenario.flags() == [[], .retransmission])
        #expect(scenario.track().first?.transactions.first?.requestRepeats == 1)
    }

    @Test func bothSidesOfATranslatorAreOneSenderWithItsRetransmissions() throws {
        var scenario = SIPScenario()
        let inside = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        var outside = inside
        outside.source.address = IPAddress(v4: 0xCB00_7101)
        scenario.send(outside, at: 0.002)
        for time in [0.5, 1.5] {
            scenario.send(inside, at: time)
            scenario.send(outside, at: time + 0.002)
        }
        #expect(
            scenario.flags() == [[], .duplicate, .retransmission, .duplicate, .retransmission, .duplicate])
        #expect(scenario.track().first?.transactions.first?.requestRepeats == 2)
    }

    @Test(arguments: [Kind.invite, .ringing])
    func otherBytesAreNoCopy(_ kind: Kind) throws {
        let atOnce = Case(name: "", first: nil, second: nil, interval: 1, isDuplicate: false)
        let exchange = try tracked(kind, atOnce) { $0.bytes += Array("\r\n".utf8) }
        #expect(exchange.messages.last?.flags.contains(.duplicate) == false)
    }

    @Test func aCopyOfARetransmissionIsACopyOfThat() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        for time in [0.001, 0.5, 0.501, 0.502] { scenario.send(invite, at: time) }
        let exchange = try #require(scenario.track().first)
        #expect(exchange.messages.map(\.original) == [nil, 0, nil, 2, 2])
        #expect(exchange.transactions.first?.requestRepeats == 1)
    }

    @Test func answersOfTwoBranchesAreCopiedApart() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        for (tag, time) in [("a", 1), ("b", 1.0001), ("a", 1.001), ("b", 1.0011)] {
            scenario.response(180, to: invite, at: time, tag: tag)
        }
        let exchange = try #require(scenario.track().first)
        #expect(exchange.messages.map(\.original) == [nil, nil, nil, 1, 2])
    }
}
