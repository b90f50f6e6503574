import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@testable import SIPDialogs

@Suite("Registrations across exchanges")
struct RegistrationTrackingTests {
    /// Alice registers at the proxy and gets a 2xx.
    private func register(
        _ scenario: inout SIPScenario, at seconds: Double, lines: [String] = ["Expires: 60"], callID: String = "reg",
        listed: [String] = []
    ) {
        let request = scenario.request(
            .register, from: .alice, to: .proxy, at: seconds, callID: callID, uri: "sip:192.0.2.9",
            lines: ["To: <sip:alice@192.0.2.1>"] + lines)
        scenario.response(200, to: request, at: seconds + 0.1, lines: ["To: <sip:alice@192.0.2.1>;tag=p"] + listed)
    }

    private func call(_ scenario: inout SIPScenario, at seconds: Double, status: UInt16, uri: String) {
        let invite = scenario.request(
            .invite, from: .bob, to: .proxy, at: seconds, callID: "call", uri: uri, lines: ["To: <\(uri)>"])
        scenario.response(status, to: invite, at: seconds + 0.1)
    }

    @Test("A refresh in another exchange knows the binding as it was")
    func refreshed() throws {
        var scenario = SIPScenario()
        register(&scenario, at: 0)
        register(&scenario, at: 70)
        let exchanges = scenario.track(until: 200)
        #expect(exchanges.map { $0.registrationNotes.count } == [0, 1])
        let note = try #require(exchanges.last?.registrationNotes.first)
        #expect(note.previous.granted == 60)
        #expect(note.previous.refreshed == SIPScenario.time(0.1))
        #expect(note.previous.lateness == .milliseconds(9_900))
        #expect(note.isSameBoot)
        #expect(note.current?.refreshed == SIPScenario.time(70.1))
    }

    @Test(
        "Which bindings are one: by URI, or by instance and flow",
        arguments: [
            ("<sip:alice@192.0.2.1>", "<sip:alice@192.0.2.1>;q=0.5", 1),
            ("<sip:alice@192.0.2.1>", "<sip:alice@192.0.2.7>", 0),
            (
                "<sip:alice@192.0.2.1>;+sip.instance=\"<urn:uuid:1>\";reg-id=1",
                "<sip:alice@192.0.2.7>;+sip.instance=\"<urn:uuid:1>\";reg-id=1", 1
            ),
            (
                "<sip:alice@192.0.2.1>;+sip.instance=\"<urn:uuid:1>\";reg-id=1",
                "<sip:alice@192.0.2.1>;+sip.instance=\"<urn:uuid:1>\";reg-id=2", 0
            ),
        ] as [(String, String, Int)])
    func identity(first: String, second: String, notes: Int) {
        var scenario = SIPScenario()
        register(&scenario, at: 0, lines: ["Contact: \(first)"], listed: ["Contact: \(first);expires=60"])
        register(&scenario, at: 70, lines: ["Contact: \(second)"], listed: ["Contact: \(second);expires=60"])
        #expect(scenario.track(until: 200).map { $0.registrationNotes.count } == [0, notes])
    }

    @Test(
        "A call that is rejected knows of the binding that expired",
        arguments: [
            (480, "sip:alice@192.0.2.1", 1), (404, "sip:%61lice@192.0.2.1:5060;user=phone", 1),
            (430, "sip:alice@192.0.2.1", 1), (486, "sip:alice@192.0.2.1", 0), (480, "sip:Alice@192.0.2.1", 0),
            (480, "sip:alice@192.0.2.2", 0),
        ] as [(UInt16, String, Int)])
    func rejected(status: UInt16, uri: String, notes: Int) {
        var scenario = SIPScenario()
        register(&scenario, at: 0)
        call(&scenario, at: 100, status: status, uri: uri)
        let exchanges = scenario.track(until: 200)
        #expect(exchanges.map { $0.registrationNotes.count } == [0, notes])
        #expect(exchanges.last?.registrationNotes.first?.current == nil)
    }

    @Test("What passed before a loss says nothing of what came after")
    func loss() {
        var scenario = SIPScenario()
        register(&scenario, at: 0)
        register(&scenario, at: 70)
        var tracker = Tracker()
        scenario.forEachMessage {
            if $2.time > SIPScenario.time(10) { tracker.noteLoss() }
            tracker.feed($0, $1, $2)
        }
        tracker.finish()
        #expect(tracker.finished.allSatisfy { $0.registrationNotes.isEmpty })
    }

    @Test("A refresh that a snap length cut leaves nothing to be known", arguments: [120, 160, 200, 240])
    func truncated(length: Int) {
        var scenario = SIPScenario()
        register(&scenario, at: 0)
        register(&scenario, at: 50)
        call(&scenario, at: 105, status: 480, uri: "sip:alice@192.0.2.1")
        var tracker = Tracker()
        scenario.forEachMessage { message, bytes, header in
            guard header.frame.rawValue == 3 || header.frame.rawValue == 4 else {
                tracker.feed(message, bytes, header)
                return
            }
            var (header, parser) = (header, MessageParser())
            header.isTruncated = true
            let beginning = bytes.extracting(first: length)
            guard case .message = parser.parse(beginning) else {
                Issue.record("not parsed")
                return
            }
            tracker.feed(parser.message, beginning, header)
        }
        tracker.finish()
        #expect(tracker.finished.allSatisfy { $0.registrationNotes.isEmpty })
    }

    @Test("Of more addresses-of-record than the limit, the older are forgotten")
    func limit() {
        var scenario = SIPScenario()
        register(&scenario, at: 0)
        let request = scenario.request(.register, from: .carol, to: .proxy, at: 1, callID: "c", lines: ["Expires: 60"])
        scenario.response(200, to: request, at: 1.1)
        register(&scenario, at: 70)
        var limits = TrackingLimits()
        limits.registrations = 1
        #expect(scenario.track(until: 200, limits: limits).allSatisfy { $0.registrationNotes.isEmpty })
        #expect(scenario.track(until: 200).contains { !$0.registrationNotes.isEmpty })
    }
}
