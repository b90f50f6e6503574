import SIPDialogs
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@Suite("Several INVITEs of one call")
struct AttemptTests {
    private static let challenge = "Proxy-Authenticate: Digest realm=\"example.com\", nonce=\"n1\", qop=\"auth\""
    private static let credentials = """
        Proxy-Authorization: Digest username="alice", realm="example.com", nonce="n1", uri="sip:b@b", response="0"
        """

    @Test("A satisfied challenge (RFC 3261 section 22) is one attempt", arguments: [401, 407] as [UInt16])
    func satisfiedChallenge(status: UInt16) throws {
        var scenario = SIPScenario()
        let first = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(status, to: first, at: 0.1, lines: [Self.challenge])
        scenario.acknowledge(first, status, at: 0.11)
        let second = scenario.request(.invite, from: .alice, to: .bob, at: 0.2, lines: [Self.credentials])
        scenario.response(486, to: second, at: 1)
        let exchanges = scenario.track()
        #expect(exchanges.count == 1)
        #expect(exchanges[0].outcome == .busy)
        #expect(exchanges[0].transactions.map(\.hasCredentials) == [false, true])
        #expect(exchanges[0].transactions.map(\.isRejectedCredentials) == [false, false])
    }

    @Test("A caller may be asked for a password, or whether to follow, and take its time", arguments: [401, 407, 302])
    func lateRetry(status: UInt16) throws {
        var scenario = SIPScenario()
        let first = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(status, to: first, at: 0.1, lines: [Self.challenge, "Contact: <sip:b@192.0.2.9>"])
        scenario.acknowledge(first, status, at: 0.11)
        let second = scenario.request(.invite, from: .alice, to: .bob, at: 100, lines: [Self.credentials])
        scenario.response(486, to: second, at: 101)
        #expect(scenario.track().map(\.outcome) == [.busy])
    }

    @Test(
        "Credentials are rejected by a second challenge for their realm, unless it is stale (RFC 3261 section 20.44)",
        arguments: [
            ("", true, "example.com"), (", stale=true", false, "example.com"), (", stale=FALSE", true, "example.com"),
        ] as [(String, Bool, String?)])
    func rejectedCredentials(stale: String, isRejected: Bool, realm: String?) throws {
        var scenario = SIPScenario()
        let first = scenario.request(.invite, from: .alice, to: .bob, at: 0, lines: [Self.credentials])
        scenario.response(407, to: first, at: 0.1, lines: [Self.challenge + stale])
        let transaction = try #require(scenario.track(until: 10).first?.transactions.first)
        #expect(transaction.isRejectedCredentials == isRejected)
        #expect(transaction.rejectedRealm == realm)
    }

    @Test func aChallengeForAnotherRealmRejectsNothing() throws {
        var scenario = SIPScenario()
        let first = scenario.request(.invite, from: .alice, to: .bob, at: 0, lines: [Self.credentials])
        scenario.response(401, to: first, at: 0.1, lines: ["WWW-Authenticate: Digest realm=\"other\", nonce=\"n\""])
        let transaction = try #require(scenario.track(until: 10).first?.transactions.first)
        #expect(!transaction.isRejectedCredentials)
        #expect(transaction.rejectedRealm == nil)
    }

    @Test func aRetryUnderTheSameCallIDIsPartOfTheCall() throws {
        var scenario = SIPScenario()
        for at in [0.0, 2] {
            let invite = scenario.request(.invite, from: .alice, to: .bob, at: at)
            scenario.response(603, to: invite, at: at + 1)
            scenario.acknowledge(invite, 603, at: at + 1.1)
        }
        let exchange = try #require(scenario.track().first)
        #expect(exchange.transactions.map(\.finalStatus) == [603, 603])
        #expect(exchange.transactions.map(\.primary) == [nil, nil])
        #expect(exchange.outcome == .declined)
    }

    @Test("Fork (RFC 3261 section 13.2.2.4): two answers, two dialogs, an ACK and a BYE of its own for each")
    func fork() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        for tag in ["one", "two"] { scenario.response(180, to: invite, at: 0.5, tag: tag) }
        scenario.response(200, to: invite, at: 1, tag: "one")
        scenario.response(200, to: invite, at: 1.001, tag: "two")
        scenario.acknowledge(invite, at: 1.1, tag: "two")
        scenario.request(.bye, in: invite, from: .alice, at: 1.2, tag: "two")
        let exchange = try #require(scenario.track().first)
        #expect(exchange.messages.allSatisfy { !$0.isRepeat })
        #expect(exchange.dialogs.map(\.state) == [.confirmed, .terminated])
        #expect(exchange.dialogs.map(\.answer) == [3, 4])
        #expect(exchange.dialogs.map(\.acknowledgement) == [nil, 5])
        #expect(exchange.dialogs.map(\.bye) == [nil, 6])
        #expect(exchange.transactions[0].final == 3)
        #expect(exchange.transactions[0].finalRepeats == 0)
    }

    @Test("Early dialogs end with the INVITE's refusal (RFC 3261 section 12.3)")
    func earlyDialogsEnd() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        for tag in ["one", "two"] { scenario.response(183, to: invite, at: 0.5, tag: tag) }
        scenario.response(486, to: invite, at: 1, tag: "two")
        let exchange = try #require(scenario.track().first)
        #expect(exchange.dialogs.map(\.state) == [.terminated, .terminated])
    }

    @Test("100 makes no dialog, a response without To tag neither (RFC 3261 section 12.1)")
    func noDialog() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(100, to: invite, at: 0.1)
        scenario.response(100, to: invite, at: 0.2, tag: "proxy")
        #expect(try #require(scenario.track().first).dialogs.isEmpty)
    }

    @Test func anAnswerRepeatedUntilItsACKIsCounted() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        for at in [1, 1.5, 2.5, 4.5] { scenario.response(200, to: invite, at: at) }
        let dialog = try #require(scenario.track().first?.dialogs.first)
        #expect(dialog.answerRepeats == 3)
        #expect(dialog.answerTime == SIPScenario.time(1))
        #expect(dialog.lastAnswerTime == SIPScenario.time(4.5))
        #expect(dialog.acknowledgement == nil)
    }

    @Test(
        "Requests inside of a dialog leave outcome and dialog alone",
        arguments: [.invite, .update, .info] as [SIPParsing.Method])
    func inDialog(method: SIPParsing.Method) throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(200, to: invite, at: 1)
        scenario.acknowledge(invite, at: 1.1)
        let inner = scenario.request(method, in: invite, from: .bob, at: 5)
        scenario.response(488, to: inner, at: 5.1)
        let exchange = try #require(scenario.track().first)
        #expect(exchange.outcome == .answered)
        #expect(exchange.dialogs.count == 1)
        #expect(exchange.dialogs[0].state == .confirmed)
        #expect(exchange.messages[3].flags == [.inDialog, .request, .hasToTag])
    }

    @Test func aReinviteIsAcknowledgedApart() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(200, to: invite, at: 1)
        scenario.acknowledge(invite, at: 1.1)
        let again = scenario.request(.invite, in: invite, from: .bob, at: 5)
        scenario.response(200, to: again, at: 5.1)
        var ack = again
        ack.method = .ack
        ack.vias = ["SIP/2.0/UDP 192.0.2.2;branch=z9hG4bKack2"]
        scenario.send(ack, at: 5.2)
        let exchange = try #require(scenario.track().first)
        #expect(exchange.messages.allSatisfy { !$0.isRepeat && !$0.flags.contains(.laterHop) })
        #expect(exchange.dialogs.count == 1)
        #expect(exchange.dialogs[0].acknowledgement == 2)
        #expect(exchange.transactions[1].acknowledgement == 5)
    }
}
