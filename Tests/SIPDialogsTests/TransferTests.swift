import SIPDialogs
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@Suite("Transfers: REFER, its answer, its NOTIFYs (RFC 3515)")
struct TransferTests {
    static let pending = ["Event: refer", "Subscription-State: active;expires=60"]
    static let ended = ["Event: refer", "Subscription-State: terminated;reason=noresource"]

    /// An answered call of Alice and Bob in which Bob is asked to call Carol.
    private func referred(
        cseq: UInt32? = nil, status: UInt16? = 202, at: Double = 10, lines: [String] = [], answer: [String] = []
    ) -> (SIPScenario, invite: SIPScenario.Request, refer: SIPScenario.Request) {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(200, to: invite, at: 1)
        scenario.acknowledge(invite, at: 1.1)
        let refer = scenario.request(
            .refer, in: invite, from: .alice, at: at, cseq: cseq, lines: ["Refer-To: <sip:carol@192.0.2.3>"] + lines)
        if let status { scenario.response(status, to: refer, at: at + 0.1, lines: answer) }
        return (scenario, invite, refer)
    }

    @Test(
        "The final NOTIFY tells (section 2.4.5)",
        arguments: [
            ("SIP/2.0 200 OK", .completed), ("SIP/2.0 299 Fine", .completed), ("SIP/2.0 300 Choices", .failed),
            ("SIP/2.0 603 Declined", .failed), ("SIP/2.0 199 Nearly", .unconfirmed), ("nonsense", .unconfirmed),
        ] as [(String, TransferOutcome)])
    func finalSipfrag(line: String, outcome: TransferOutcome) throws {
        var (scenario, invite, _) = referred()
        scenario.request(
            .notify, in: invite, from: .bob, at: 10.2, lines: Self.pending, body: .sipfrag("SIP/2.0 100 Trying"))
        scenario.request(.notify, in: invite, from: .bob, at: 14, lines: Self.ended, body: .sipfrag(line))
        let exchange = try #require(scenario.track().first)
        #expect(exchange.transferOutcomes == [outcome])
        #expect(exchange.transfers[0].subscription.notifications.map(\.message) == [5, 6])
        #expect(exchange.transfers[0].subscription.isTerminated)
    }

    @Test("A NOTIFY may come before the answer to the REFER (section 2.4.4)")
    func notifyFirst() throws {
        var (scenario, invite, refer) = referred(status: nil)
        scenario.request(
            .notify, in: invite, from: .bob, at: 10.01, lines: Self.ended, body: .sipfrag("SIP/2.0 200 OK"))
        scenario.response(202, to: refer, at: 10.02)
        let exchange = try #require(scenario.track().first)
        #expect(exchange.transferOutcomes == [.completed])
        #expect(exchange.transfers[0].responseStatus == 202)
    }

    @Test("A BYE does not end the subscription (RFC 6665 section 4.5.2)")
    func notifyAfterBye() throws {
        var (scenario, invite, _) = referred()
        scenario.request(
            .notify, in: invite, from: .bob, at: 10.2, lines: Self.pending, body: .sipfrag("SIP/2.0 100 T"))
        scenario.request(.bye, in: invite, from: .alice, at: 10.5)
        let notify = scenario.request(
            .notify, in: invite, from: .bob, at: 65, lines: Self.ended, body: .sipfrag("SIP/2.0 200 OK"))
        scenario.response(481, to: notify, at: 65.1)
        let exchanges = scenario.track()
        #expect(exchanges.count == 1)
        #expect(exchanges[0].transferOutcomes == [.completed])
        #expect(exchanges[0].transfers[0].transferorByeTime == SIPScenario.time(10.5))
        #expect(exchanges[0].transfers[0].subscription.notifications.map(\.answer) == [0, 481])
    }

    @Test func aByeOfTheTransfereeIsNotTheTransferors() throws {
        var (scenario, invite, _) = referred()
        scenario.request(.bye, in: invite, from: .bob, at: 10.5)
        #expect(try #require(scenario.track().first).transfers[0].transferorByeTime == nil)
    }

    @Test(
        "Two REFERs: Event's id is the CSeq of the one (section 2.4.6)",
        arguments: [
            (";id=20", [1, 0]), (";id=21", [0, 1]), ("", [1, 0]), (";id=22", [0, 0]), (";id=x", [0, 0]),
            (";id=", [0, 0]),
        ])
    func eventID(id: String, counts: [Int]) throws {
        var (scenario, invite, _) = referred(cseq: 20)
        let second = scenario.request(
            .refer, in: invite, from: .alice, at: 11, cseq: 21, lines: ["Refer-To: <sip:dave@192.0.2.4>"])
        scenario.response(202, to: second, at: 11.1)
        let event = ["Event: refer\(id)", Self.ended[1]]
        scenario.request(.notify, in: invite, from: .bob, at: 12, lines: event, body: .sipfrag("SIP/2.0 200 OK"))
        let exchange = try #require(scenario.track().first)
        #expect(exchange.transfers.map(\.subscription.notificationCount) == counts)
    }

    @Test func withoutIDTheNextOpenSubscriptionIsMeant() throws {
        var (scenario, invite, _) = referred()
        scenario.request(.refer, in: invite, from: .alice, at: 11, lines: ["Refer-To: <sip:dave@192.0.2.4>"])
        for at in [12.0, 13] {
            scenario.request(
                .notify, in: invite, from: .bob, at: at, lines: Self.ended, body: .sipfrag("SIP/2.0 200 O"))
        }
        let exchange = try #require(scenario.track().first)
        #expect(exchange.transfers.map(\.subscription.notificationCount) == [1, 1])
    }

    @Test("A NOTIFY that goes the wrong way, or is of another package, is of no transfer")
    func foreignNotify() throws {
        var (scenario, invite, _) = referred()
        scenario.request(.notify, in: invite, from: .alice, at: 12, lines: Self.ended, body: .sipfrag("SIP/2.0 200 OK"))
        scenario.request(
            .notify, in: invite, from: .bob, at: 13, lines: ["Event: dialog", Self.ended[1]],
            body: .sipfrag("SIP/2.0 200 OK"))
        let exchange = try #require(scenario.track().first)
        #expect(exchange.transfers.map(\.subscription.notificationCount) == [0])
    }

    @Test(
        "Refused (section 2.4.2), and answered otherwise",
        arguments: [(603, .refused), (300, .refused), (202, .undetermined), (200, .undetermined)]
            as [(UInt16, TransferOutcome)])
    func response(status: UInt16, outcome: TransferOutcome) throws {
        let exchange = try #require(referred(status: status).0.track().first)
        #expect(exchange.transferOutcomes == [outcome])
        #expect(exchange.transfers[0].responseStatus == status)
    }

    @Test("A challenged REFER and its retry with credentials are one transfer", arguments: [401, 407] as [UInt16])
    func challenge(status: UInt16) throws {
        var (scenario, invite, _) = referred(status: status)
        let again = scenario.request(
            .refer, in: invite, from: .alice, at: 10.2, lines: ["Refer-To: <sip:carol@192.0.2.3>"])
        scenario.response(202, to: again, at: 10.3)
        scenario.request(.notify, in: invite, from: .bob, at: 11, lines: Self.ended, body: .sipfrag("SIP/2.0 200 OK"))
        let exchange = try #require(scenario.track().first)
        #expect(exchange.transferOutcomes == [.completed])
        #expect(exchange.transfers[0].responseStatus == 202)
    }

    @Test func aSecondREFERAfterARefusalIsASecondTransfer() throws {
        var (scenario, invite, _) = referred(status: 603)
        scenario.request(.refer, in: invite, from: .alice, at: 10.2, lines: ["Refer-To: <sip:carol@192.0.2.3>"])
        #expect(try #require(scenario.track().first).transferOutcomes == [.refused, .undetermined])
    }

    @Test(
        "No final NOTIFY: the deadline to the nanosecond (as Timer N, RFC 6665 section 4.1.2.4)",
        arguments: [
            (202, 42.1, 0, .unconfirmed), (202, 42.1, -1, .undetermined), (nil, 42, 0, .unconfirmed),
            (nil, 42, -1, .undetermined),
        ] as [(UInt16?, Double, Int64, TransferOutcome)])
    func deadline(status: UInt16?, until: Double, nanoseconds: Int64, outcome: TransferOutcome) throws {
        let exchange = try #require(referred(status: status).0.track(until: until, nanoseconds: nanoseconds).first)
        #expect(exchange.transferOutcomes == [outcome])
    }

    @Test(
        "No NOTIFY is to come: Refer-Sub (RFC 4488), nosub and explicitsub (RFC 7614)",
        arguments: [
            ([], ["Refer-Sub: false"], .undetermined), ([], ["Refer-Sub: true"], .unconfirmed),
            (["Refer-Sub: false"], [], .unconfirmed), (["Require: nosub"], [], .undetermined),
            (["Require: explicitsub"], [], .undetermined), (["Require: replaces"], [], .unconfirmed),
        ] as [([String], [String], TransferOutcome)])
    func silence(request: [String], response: [String], outcome: TransferOutcome) throws {
        let exchange = try #require(referred(lines: request, answer: response).0.track(until: 100).first)
        #expect(exchange.transferOutcomes == [outcome])
    }

    @Test(
        "Consent withdrawn (RFC 6665 section 4.1.3), and ended otherwise without a final status",
        arguments: [("rejected", .failed), ("timeout", .unconfirmed)] as [(String, TransferOutcome)])
    func terminated(reason: String, outcome: TransferOutcome) throws {
        var (scenario, invite, _) = referred()
        let lines = ["Event: refer", "Subscription-State: terminated;reason=\(reason)"]
        scenario.request(.notify, in: invite, from: .bob, at: 11, lines: lines)
        #expect(try #require(scenario.track().first).transferOutcomes == [outcome])
    }

    @Test("NOTIFYs on further hops and retransmissions count once")
    func repeatedNotify() throws {
        var (scenario, invite, _) = referred()
        let notify = scenario.request(
            .notify, in: invite, from: .bob, at: 11, lines: Self.pending, body: .sipfrag("SIP/2.0 100 Trying"))
        scenario.forward(notify, by: .proxy, to: .alice, at: 11.001)
        scenario.send(notify, at: 11.5)
        #expect(try #require(scenario.track().first).transfers[0].subscription.notificationCount == 1)
    }

    @Test("Of a great many NOTIFYs the first ones and the last are kept")
    func manyNotifies() throws {
        var (scenario, invite, _) = referred()
        for count in 0..<300 {
            scenario.request(
                .notify, in: invite, from: .bob, at: 11 + Double(count), lines: Self.pending,
                body: .sipfrag("SIP/2.0 180 Ringing"))
        }
        let subscription = try #require(scenario.track().first).transfers[0].subscription
        #expect(subscription.notificationCount == 300)
        #expect(subscription.notifications.count == 256)
        #expect(subscription.last?.time == SIPScenario.time(310))
    }
}
