import SIPCatalog
import SIPDialogs
import SIPFindings
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@testable import SIPReporting

@Suite("Lines while it happens")
struct LiveTextTests {
    private let live = LiveText(catalog: .english, style: TextStyle(isColored: false))

    /// The line of each message, without the time, or nil.
    private func lines(_ scenario: SIPScenario) -> [String?] {
        var tracker = Tracker()
        var lines: [String?] = []
        scenario.forEachMessage { message, bytes, header in
            guard let placement = tracker.feed(message, bytes, header), let index = placement.message,
                let exchange = tracker.exchange(in: placement.slot)
            else { return }
            let line = live.line(exchange, index)
            lines.append(line.map { String($0.drop { $0 != " " }.dropFirst()) })
        }
        return lines
    }

    @Test("A call: who calls whom, ringing, the answer with its delay, the end with its length")
    func call() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(100, to: invite, at: 0.05)
        scenario.response(180, to: invite, at: 0.1)
        scenario.response(200, to: invite, at: 1.5)
        scenario.response(200, to: invite, at: 2)
        scenario.acknowledge(invite, at: 2.1)
        let bye = scenario.request(.bye, in: invite, from: .bob, at: 9.5)
        scenario.response(200, to: bye, at: 9.6)
        #expect(
            lines(scenario) == [
                "call 1: INVITE sip:bob@192.0.2.2  192.0.2.1:5060 → 192.0.2.2:5060  from sip:alice@192.0.2.1\n", nil,
                "call 1: 180 Ringing  192.0.2.2:5060 → 192.0.2.1:5060  \(Catalog.english.entry(for: 180).short)\n",
                "call 1: 200 OK  192.0.2.2:5060 → 192.0.2.1:5060  answered after 1.5 s; call answered; ACK must follow\n",
                nil, nil, "call 1: BYE  192.0.2.2:5060 → 192.0.2.1:5060  the callee hung up after 8 s\n", nil,
            ])
    }

    @Test("A transfer: the REFER, its answer, the referred call with its own times, the NOTIFY")
    func transfer() {
        let lines = lines(SIPScenario.failedTransfer())
        #expect(lines.count == 11)
        #expect(lines[4]?.contains("REFER  192.0.2.1:5060 → 192.0.2.2:5060  asks for a blind transfer") == true)
        #expect(lines[5]?.contains("200 OK") == true)
        #expect(lines[6]?.contains("from sip:bob@192.0.2.2; the referred call") == true)
        #expect(lines[7]?.contains("603 Decline") == true)
        #expect(lines[8] == nil)
        #expect(lines[9]?.contains("reports 603 Decline, terminated (noresource)") == true)
        #expect(lines[10] == nil)
    }

    @Test("The referred call's answer is told with its own delay")
    func referredAnswer() {
        var scenario = SIPScenario()
        let call = scenario.answeredCall()
        let refer = scenario.request(
            .refer, in: call, from: .alice, at: 5, lines: ["Refer-To: <\(SIPScenario.Party.carol.uri)>"])
        scenario.response(202, to: refer, at: 5.1)
        let invite = scenario.request(
            .invite, from: .bob, to: .carol, at: 6, callID: "referred@example.com", fromTag: "bob-2")
        scenario.response(200, to: invite, at: 8.5)
        scenario.request(.bye, in: invite, from: .bob, at: 10, tag: "carol-tag")
        let lines = lines(scenario)
        #expect(lines[7]?.contains("answered after 2.5 s") == true)
        #expect(lines[8]?.contains("the caller hung up after 1.5 s") == true)
    }

    @Test("A redirect that has just come is not yet one that nobody followed")
    func redirect() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(302, to: invite, at: 0.1, lines: ["Contact: <\(SIPScenario.Party.carol.uri)>"])
        #expect(lines(scenario).last??.contains(Catalog.english.entry(for: 302).short) == true)
    }

    @Test(
        "Outside of calls: results of registrations and subscriptions, failures of pings",
        arguments: [
            (SIPParsing.Method.register, 200, [false, true]), (.register, 403, [false, true]),
            (.options, 200, [false, false]), (.options, 503, [false, true]), (.subscribe, 489, [false, true]),
            (.message, 202, [true, false]), (.message, 404, [true, true]),
        ] as [(SIPParsing.Method, UInt16, [Bool])])
    func others(method: SIPParsing.Method, status: UInt16, isTold: [Bool]) {
        var scenario = SIPScenario()
        let request = scenario.request(method, from: .alice, to: .bob, at: 0)
        scenario.response(status, to: request, at: 0.1)
        #expect(lines(scenario).map { $0 != nil } == isTold)
    }

    @Test("Further hops and repeats are no news")
    func hops() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .proxy, at: 0, uri: SIPScenario.Party.bob.uri)
        let forwarded = scenario.forward(invite, by: .proxy, to: .bob, at: 0.01)
        scenario.send(forwarded, at: 0.6)
        scenario.response(486, to: forwarded, at: 1)
        scenario.response(486, to: invite, at: 1.01)
        #expect(lines(scenario).map { $0 != nil } == [true, false, false, false, true])
    }

    @Test("A finding's line has the words and the first advice")
    func finding() throws {
        let judged = try #require(SIPScenario.failedTransfer().reported(until: 60).exchanges.first)
        let finding = try #require(judged.findings.first)
        let exchange = try #require(judged.exchange)
        let line = live.line(finding, exchange)
        #expect(line.contains(" call 1: error transfer/failed (proven): \(finding.message)"))
        #expect(line.hasSuffix(" → \(finding.advice.first ?? "?")\n"))
    }

    @Test("Hostile text cannot steer the terminal")
    func hostile() {
        var scenario = SIPScenario()
        let invite = scenario.request(
            .invite, from: .init("a\u{1B}[31m\u{202E}", host: 1), to: .bob, at: 0, uri: "sip:\u{7}@192.0.2.2")
        scenario.response(486, to: invite, at: 1, phrase: "\u{1B}[2J")
        let text = lines(scenario).compactMap { $0 }.joined().filter { $0 != "\n" }
        #expect(!text.isEmpty)
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    }
}
