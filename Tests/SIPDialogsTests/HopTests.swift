import SIPDialogs
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@Suite("One request on several hops, copies and retransmissions")
struct HopTests {
    /// A call from Alice over a proxy that records its route to Bob, captured at the proxy.
    private func proxiedCall() -> SIPScenario {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        let second = scenario.forward(invite, by: .proxy, to: .bob, at: 0.001)
        for (status, at) in [(180, 0.5), (200, 2)] as [(UInt16, Double)] {
            scenario.response(status, to: second, at: at)
            scenario.response(status, to: invite, at: at + 0.001)
        }
        let ack = scenario.acknowledge(invite, at: 2.1)
        scenario.forward(ack, by: .proxy, to: .bob, at: 2.101)
        let bye = scenario.request(.bye, in: invite, from: .bob, at: 9)
        let secondBye = scenario.forward(bye, by: .proxy, to: .alice, at: 9.001)
        scenario.response(200, to: secondBye, at: 9.1)
        scenario.response(200, to: bye, at: 9.101)
        return scenario
    }

    @Test func aProxiedCallIsOneCallSeenTwice() throws {
        let exchange = try #require(proxiedCall().track(until: 60).first)
        #expect(exchange.outcome == .answered)
        #expect(exchange.messages.count == 12)
        #expect(exchange.transactions.map(\.primary) == [nil, 0, nil, 2])
        let dialog = try #require(exchange.dialogs.first)
        #expect(exchange.dialogs.count == 1)
        #expect(dialog.state == .terminated)
        #expect(dialog.invite == 0)
        #expect(dialog.answerRepeats == 0)
        #expect(dialog.acknowledgement == 6)
        #expect(dialog.bye == 8)
        #expect(!dialog.byeByCaller)
    }

    @Test func furtherHopsAreFlaggedAndNoRepeats() {
        let flags = proxiedCall().flags()
        let laterHops = flags.indices.filter { flags[$0].contains(.laterHop) }
        #expect(laterHops == [1, 2, 4, 7, 9, 10])
        #expect(flags.allSatisfy { $0.isDisjoint(with: [.retransmission, .duplicate, .responseLost]) })
    }

    @Test func aRequestToAnotherServerIsNoFurtherHop() throws {
        var scenario = SIPScenario()
        let first = scenario.request(.invite, from: .alice, to: .bob, at: 0, cseq: 7)
        scenario.response(503, to: first, at: 0.2)
        scenario.acknowledge(first, 503, at: 0.21)
        var second = first
        second.vias = ["SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKfailover"]
        second.destination = SIPScenario.Party.carol.endpoint
        scenario.send(second, at: 0.3)
        scenario.response(200, to: second, at: 1)
        scenario.acknowledge(second, at: 1.1)
        let exchange = try #require(scenario.track().first)
        #expect(exchange.transactions.map(\.primary) == [nil, nil])
        #expect(exchange.outcome == .answered)
        #expect(exchange.dialogs.map(\.state) == [.confirmed])
        #expect(exchange.dialogs.map(\.invite) == [1])
        #expect(exchange.dialogs.first?.acknowledgement == 5)
    }

    @Test func branchesOfAForkSeenBehindItsProxyAreOnePlaceApart() throws {
        var scenario = SIPScenario()
        var invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        invite.source = SIPScenario.Party.proxy.endpoint
        scenario = SIPScenario()
        let first = scenario.forward(invite, by: .proxy, to: .bob, at: 0, branch: "one")
        let second = scenario.forward(invite, by: .proxy, to: .carol, at: 0.001, branch: "two")
        scenario.response(180, to: first, at: 0.1, tag: "b")
        scenario.response(180, to: second, at: 0.2, tag: "c")
        scenario.response(486, to: first, at: 1, tag: "b")
        scenario.response(200, to: second, at: 2, tag: "c")
        let exchange = try #require(scenario.track().first)
        #expect(exchange.transactions.map(\.primary) == [nil, nil])
        #expect(exchange.dialogs.map(\.state) == [.terminated, .confirmed])
        #expect(exchange.outcome == .answered)
    }

    @Test func aResponseOnAHopWhereItsRequestWasNotSeenIsOnAFurtherHop() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        var unseen = SIPScenario()
        let second = unseen.forward(invite, by: .proxy, to: .bob, at: 0.001, branch: "unseen")
        scenario.response(302, to: second, at: 0.5, lines: ["Contact: <sip:carol@192.0.2.3>"])
        scenario.response(302, to: invite, at: 0.501, lines: ["Contact: <sip:carol@192.0.2.3>"])
        let exchange = try #require(scenario.track().first)
        #expect(exchange.transactions.map(\.primary) == [nil, 0])
        #expect(exchange.redirects.count == 1)
    }

    @Test func aResponseBeforeItsRequestIsNoRetransmission() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0.001)
        scenario.response(100, to: invite, at: 0)
        scenario.response(486, to: invite, at: 1)
        let exchange = try #require(scenario.track().first)
        #expect(exchange.messages.allSatisfy { $0.flags.isSubset(of: [.request, .hasToTag]) })
        #expect(exchange.transactions.first?.request == 1)
        #expect(!exchange.isPartial)
        #expect(exchange.outcome == .busy)
    }

    @Test(
        "Repeated requests (RFC 3261 section 17.1.1.2): a copy within 3 ms, else the timer's",
        arguments: [
            (0.0029, MessageRecord.Flags.duplicate), (0.003, .retransmission), (0.5, .retransmission),
        ] as [(Double, MessageRecord.Flags)])
    func repeatedRequest(after interval: Double, expected: MessageRecord.Flags) throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.send(invite, at: interval)
        #expect(scenario.flags() == [[], expected])
        let transaction = try #require(scenario.track().first?.transactions.first)
        #expect(transaction.requestRepeats == (expected == .duplicate ? 0 : 1))
    }

    @Test func aRequestRepeatedAfterItsResponseShowsThatTheResponseWasLost() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(100, to: invite, at: 0.1)
        scenario.send(invite, at: 0.5)
        #expect(scenario.flags() == [[], [], [.retransmission, .responseLost]])
        let transaction = try #require(scenario.track().first?.transactions.first)
        #expect(transaction.repeatsAfterResponse == 1)
    }

    @Test(
        "Repeated responses: provisional (RFC 3261 section 13.3.1.1), final (section 17.2.1)",
        arguments: [
            (180, 0.0029, MessageRecord.Flags.duplicate), (180, 0.5, .retransmission), (180, 60, []),
            (486, 0.0029, .duplicate), (486, 0.5, .retransmission), (200, 4, .retransmission),
        ] as [(UInt16, Double, MessageRecord.Flags)])
    func repeatedResponse(status: UInt16, after interval: Double, expected: MessageRecord.Flags) {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(status, to: invite, at: 1)
        scenario.response(status, to: invite, at: 1 + interval)
        #expect(scenario.flags() == [[], [], expected])
    }

    @Test(
        "Repeated ACKs (RFC 3261 sections 13.2.2.4 and 17.1.1.3)",
        arguments: [
            (200, 0.0029, [MessageRecord.Flags.duplicate, .inDialog]), (200, 0.5, [.retransmission, .inDialog]),
            (603, 0.0029, .duplicate), (603, 0.5, .retransmission),
        ] as [(UInt16, Double, MessageRecord.Flags)])
    func repeatedACK(status: UInt16, after interval: Double, expected: MessageRecord.Flags) {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(status, to: invite, at: 1)
        let ack = scenario.acknowledge(invite, status, at: 1.1)
        scenario.send(ack, at: 1.1 + interval)
        #expect(scenario.flags()[3] == expected)
    }

    @Test func aClientMayRepeatTheACKOf2xxWithANewBranch() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(200, to: invite, at: 1)
        scenario.acknowledge(invite, at: 1.1)
        scenario.response(200, to: invite, at: 1.5)
        scenario.acknowledge(invite, at: 1.6)
        #expect(scenario.flags()[4] == [.retransmission, .inDialog])
    }

    @Test func theSamePacketBehindAnAddressTranslatorIsADuplicate() {
        var scenario = SIPScenario()
        var invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        invite.source = Endpoint(address: IPAddress(v4: 0x0A00_0001), port: 5060)
        scenario.send(invite, at: 0.002)
        #expect(scenario.flags() == [[], .duplicate])
    }
}
