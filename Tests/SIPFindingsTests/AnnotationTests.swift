import SIPCatalog
import SIPDialogs
import SIPFindings
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@Suite("What a message means where it stands")
struct AnnotationTests {
    private static let challenge = ["WWW-Authenticate: Digest realm=\"example.com\", nonce=\"n\""]
    private static let credentials = [
        "Authorization: Digest username=\"alice\", realm=\"example.com\", nonce=\"n\", response=\"r\""
    ]

    /// The annotations of the messages of the first exchange, in order, when the capture ends then.
    private func annotations(_ scenario: SIPScenario, until seconds: Double = 60) -> [Annotation?] {
        guard let exchange = scenario.tracked(until: SIPScenario.time(seconds)).0.first else { return [] }
        return exchange.messages.indices.map { exchange.annotation(of: $0, .english) }
    }

    private func short(_ status: UInt16, _ situation: String) -> String? {
        Catalog.english.situation(for: Int(status), named: situation)?.short
    }

    @Test(
        "A challenge: the first, with credentials that were not accepted, and with a stale nonce",
        arguments: [
            ([], challenge, "first"), (credentials, challenge, "repeated"),
            (credentials, ["WWW-Authenticate: Digest realm=\"example.com\", nonce=\"n\", stale=true"], "stale"),
            (credentials, ["WWW-Authenticate: Digest realm=\"other\", nonce=\"n\""], nil),
        ] as [([String], [String], String?)])
    func challenged(request: [String], response: [String], situation: String?) throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0, lines: request)
        scenario.response(401, to: invite, at: 0.1, lines: response)
        let annotation = try #require(annotations(scenario)[1])
        #expect(annotation.code == 401)
        #expect(annotation.situation == situation)
        #expect(annotation.text == situation.flatMap { short(401, $0) } ?? Catalog.english.entry(for: 401).short)
    }

    @Test(
        "403 with and without credentials", arguments: [(credentials, "after-credentials"), ([], "without-challenge")])
    func forbidden(request: [String], situation: String) {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0, lines: request)
        scenario.response(403, to: invite, at: 0.1)
        #expect(annotations(scenario)[1]?.situation == situation)
    }

    @Test("487 with and without CANCEL", arguments: [true, false])
    func cancelled(isCancelled: Bool) {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(180, to: invite, at: 0.1)
        if isCancelled { scenario.cancel(invite, at: 1, lines: ["Reason: SIP;cause=200;text=\"elsewhere\""]) }
        scenario.response(487, to: invite, at: 1.1)
        let annotations = annotations(scenario)
        #expect(annotations.last??.situation == (isCancelled ? "cancelled" : "not-cancelled"))
        if isCancelled { #expect(annotations[2]?.text == "Reason: SIP;cause=200;text=\"elsewhere\"") }
    }

    @Test(
        "603 of a person, of the network, and with only one of its signs",
        arguments: [
            ("Decline", [], "at-once"),
            ("Network Blocked", ["Reason: SIP;cause=603;text=\"v=analytics1;url=x\""], "network-blocked"),
            ("Network Blocked", [], "at-once"),
            ("Decline", ["Reason: SIP;cause=603;text=\"v=analytics1\""], "at-once"),
        ] as [(String, [String], String)])
    func declined(phrase: String, lines: [String], situation: String) {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(603, to: invite, at: 0.1, phrase: phrase, lines: lines)
        #expect(annotations(scenario)[1]?.situation == situation)
    }

    @Test("488 to an offer that begins a call, and to one that changes it, with and without Warning")
    func mediaRefused() {
        let warning = ["Warning: 305 192.0.2.2 \"Incompatible media format\""]
        for lines in [[], warning] {
            var scenario = SIPScenario()
            let offer = SIPScenario.Body.sdp
            let first = scenario.request(.invite, from: .alice, to: .bob, at: 0, body: offer)
            var changed = scenario
            scenario.response(488, to: first, at: 0.1, lines: lines)
            #expect(annotations(scenario)[1]?.situation == "offer")
            changed.response(200, to: first, at: 1)
            changed.acknowledge(first, at: 1.1)
            let again = changed.request(.invite, in: first, from: .alice, at: 5)
            changed.response(488, to: again, at: 5.1, lines: lines)
            #expect(annotations(changed).last??.situation == "re-INVITE")
        }
    }

    @Test("608 with and without the card; a repeated one is not judged again")
    func blocked() {
        for (lines, situation) in [
            ([], "without-call-info"), (["Call-Info: <https://x.example.com>;purpose=icon"], "without-call-info"),
            (["Call-Info: <https://x.example.com>;purpose=jwscard"], "with-call-info"),
        ] as [([String], String)] {
            var scenario = SIPScenario()
            let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
            for time in [0.1, 0.6] { scenario.response(608, to: invite, at: time, lines: lines) }
            #expect(annotations(scenario).map { $0?.situation } == [nil, situation, nil])
        }
    }

    @Test("302: not followed, while it may be, followed, back, nowhere")
    func redirected() {
        let toCarol = ["Contact: <\(SIPScenario.Party.carol.uri)>"]
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        var empty = scenario
        scenario.response(302, to: invite, at: 0.1, lines: toCarol)
        #expect(annotations(scenario, until: 4)[1]?.situation == nil)
        #expect(annotations(scenario, until: 4.1)[1]?.situation == "not-followed")
        let second = scenario.request(.invite, from: .alice, to: .carol, at: 1)
        scenario.response(302, to: second, at: 1.1, lines: ["Contact: <\(SIPScenario.Party.bob.uri)>"])
        #expect(annotations(scenario).map { $0?.situation } == [nil, "followed", nil, "looping"])
        #expect(annotations(scenario)[2]?.text == "follows the 302")
        empty.response(302, to: invite, at: 0.1)
        #expect(annotations(empty)[1]?.situation == "without-contact")
    }

    @Test("200 by what it answers")
    func success() {
        var scenario = SIPScenario()
        let invite = scenario.answeredCall()
        let again = scenario.request(.invite, in: invite, from: .alice, at: 5)
        scenario.response(200, to: again, at: 5.1)
        scenario.acknowledge(again, at: 5.2)
        let bye = scenario.request(.bye, in: invite, from: .bob, at: 9)
        scenario.response(200, to: bye, at: 9.1)
        #expect(
            annotations(scenario).map { $0?.text } == [
                nil, Catalog.english.entry(for: 180).short, short(200, "INVITE"), nil, "re-INVITE",
                short(200, "re-INVITE"), nil, nil, short(200, "BYE"),
            ])
    }

    @Test("A transfer, message by message")
    func transfer() {
        var scenario = SIPScenario()
        let call = scenario.answeredCall()
        let refer = scenario.refer(in: call, at: 5)
        scenario.response(202, to: refer, at: 5.1)
        scenario.report(.trying, in: call, at: 5.2)
        let invite = scenario.referredInvite(at: 5.5)
        scenario.response(486, to: invite, at: 6)
        scenario.report(.terminated("SIP/2.0 486 Busy Here"), in: call, at: 6.5)
        let texts = annotations(scenario).dropFirst(4).map { $0?.text }
        #expect(
            texts == [
                "asks for a blind transfer to sip:carol@192.0.2.3", short(202, "REFER"), "reports 100 Trying, active",
                short(200, "NOTIFY"), "the referred call", short(486, "at-once"),
                "reports 486 Busy Here, terminated (noresource)", short(200, "NOTIFY"),
            ])
    }

    @Test("An attended transfer replaces the consultation")
    func attended() {
        var scenario = SIPScenario()
        let call = scenario.answeredCall()
        let refer = scenario.request(
            .refer, in: call, from: .alice, at: 5,
            lines: ["Refer-To: <sip:carol@192.0.2.3?Replaces=c2%40x%3Bto-tag%3Da%3Bfrom-tag%3Db>"])
        scenario.response(202, to: refer, at: 5.1)
        let invite = scenario.request(
            .invite, from: .bob, to: .carol, at: 5.5, callID: "r@x", fromTag: "b2",
            lines: ["Replaces: c2@x;to-tag=a;from-tag=b"])
        scenario.response(200, to: invite, at: 6)
        let texts = annotations(scenario).map { $0?.text }
        #expect(texts[4] == "asks for an attended transfer to sip:carol@192.0.2.3")
        #expect(texts[6] == "the referred call, in place of the consultation")
    }

    @Test("Unknown codes get the words of their class, hostile text is escaped")
    func hostile() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(499, to: invite, at: 0.1)
        #expect(annotations(scenario)[1]?.text == Catalog.english.entry(for: 499).short)
        var transfer = SIPScenario()
        let answered = transfer.answeredCall()
        let refer = transfer.refer(in: answered, at: 5)
        transfer.response(202, to: refer, at: 5.1)
        transfer.report(.terminated("SIP/2.0 486 \u{1B}[31mBusy\u{202E}"), in: answered, at: 6)
        let text = annotations(transfer)[6]?.text ?? ""
        #expect(text.hasPrefix("reports 486 "))
        #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    }

    @Test("No message, no annotation")
    func outOfRange() throws {
        var scenario = SIPScenario()
        scenario.request(.invite, from: .alice, to: .bob, at: 0)
        let exchange = try #require(scenario.tracked(until: SIPScenario.time(60)).0.first)
        #expect(exchange.annotation(of: 1, .english) == nil)
        #expect(exchange.annotation(of: -1, .english) == nil)
    }
}
