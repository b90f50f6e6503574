import SIPDialogs
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@Suite("Legs of one call under several Call-IDs (rules A3, A4, A12)")
struct RelationTests {
    private static let uuid = "ab30317f1a784dc48ff824d0d3715d86"

    /// Alice calls a back-to-back user agent, which calls Bob under another Call-ID a little later.
    private func calls(
        first: [String] = [], second: [String] = [], after seconds: Double = 0.05, from: SIPScenario.Party = .proxy,
        bodies: (SIPScenario.Body?, SIPScenario.Body?) = (nil, nil), answered: Bool = false
    ) -> SIPScenario {
        var scenario = SIPScenario()
        let invite = scenario.request(
            .invite, from: .alice, to: .proxy, at: 0, callID: "one", uri: "sip:bob@example.com",
            lines: ["To: <sip:bob@example.com>"] + first, body: bodies.0)
        scenario.response(answered ? 486 : 100, to: invite, at: 0.01)
        scenario.request(
            .invite, from: from, to: .bob, at: seconds, callID: "two", lines: ["To: <sip:bob@192.0.2.2>"] + second,
            body: bodies.1)
        return scenario
    }

    @Test(
        "Joined by what the second INVITE says",
        arguments: [
            ([], ["X-Call-ID: one"], .header), ([], ["X-CID: one"], .header),
            ([], ["Replaces: one;to-tag=a;from-tag=b"], .replaces), ([], ["Join: one ;to-tag=a;from-tag=b"], .join),
            ([], ["Target-Dialog: one;local-tag=a;remote-tag=b"], .targetDialog),
            (["Session-ID: \(uuid)"], ["Session-ID: \(uuid)"], .sessionID),
            (
                ["P-Charging-Vector: icid-value=17;icid-generated-at=a"], ["P-Charging-Vector: icid-value=\"17\""],
                .charging
            ),
        ] as [([String], [String], Leg.Relation)])
    func joined(first: [String], second: [String], relation: Leg.Relation) {
        let exchanges = calls(first: first, second: second).track(until: 300)
        #expect(exchanges.count == 1)
        #expect(exchanges.first?.legs.map(\.origin) == [.first, .related(relation)])
    }

    @Test(
        "Not joined by what only looks like it",
        arguments: [
            ([], []), ([], ["X-Call-ID: other"]), ([], ["X-Other: one"]), ([], ["In-Reply-To: one"]),
            (["Session-ID: \(uuid)"], ["Session-ID: 00000000000000000000000000000000"]),
            (
                ["Session-ID: 00000000000000000000000000000000"], ["Session-ID: 00000000000000000000000000000000"]
            ),
            (["P-Charging-Vector: icid-value=17"], ["P-Charging-Vector: icid-value=18"]),
        ] as [([String], [String])])
    func apart(first: [String], second: [String]) {
        #expect(calls(first: first, second: second).track(until: 300).count == 2)
    }

    @Test("A header field that the user names holds the Call-ID of the other leg", arguments: ["X-Leg", "In-Reply-To"])
    func configured(name: String) {
        let scenario = calls(second: ["\(name): one"])
        var tracker = Tracker(relatingHeaders: [name.lowercased()])
        scenario.forEachMessage { tracker.feed($0, $1, $2) }
        tracker.finish()
        #expect(tracker.finished.map { $0.legs.map(\.origin) } == [[.first, .related(.header)]])
    }

    @Test("The same session description passed on by the server that was called, within a second: likely")
    func likely() {
        #expect(
            calls(bodies: (.sdp, .sdp)).track(until: 300).map { $0.legs.map(\.origin) } == [
                [.first, .related(.likely)]
            ])
    }

    @Test("No likely leg: another sender, too late, an answered call, another description, none at all")
    func unlikely() {
        let other = SIPScenario.Body(
            type: "application/sdp",
            SIPScenario.Body.sdp.text.replacing("o=- 1 1", with: "o=- 2 1"))
        for scenario in [
            calls(from: .carol, bodies: (.sdp, .sdp)), calls(after: 1.1, bodies: (.sdp, .sdp)),
            calls(bodies: (.sdp, .sdp), answered: true), calls(bodies: (.sdp, other)), calls(bodies: (.sdp, nil)),
        ] {
            #expect(scenario.track(until: 300).count == 2)
        }
    }

    @Test("Two calls of one client to a server on its own host are two calls; what the server sends on is one")
    func oneHost() {
        let server = SIPScenario.Party("proxy", host: 1, port: 5070)
        let client = SIPScenario.Party("alice", host: 1, port: 5061)
        for (source, count) in [(client, 2), (server, 1)] {
            var scenario = SIPScenario()
            scenario.request(
                .invite, from: client, to: server, at: 0, callID: "one", lines: ["To: <sip:bob@192.0.2.2>"], body: .sdp)
            scenario.request(
                .invite, from: source, to: .bob, at: 0.01, callID: "two", lines: ["To: <sip:bob@192.0.2.2>"], body: .sdp
            )
            #expect(scenario.track(until: 300).count == count)
        }
    }

    /// Alice calls Bob, then Carol, and asks Bob to take over the call with Carol.
    private func attended(consultationFirst: Bool = false) -> SIPScenario {
        var scenario = SIPScenario()
        let times = consultationFirst ? (4.0, 0.0) : (0.0, 4.0)
        let call = scenario.request(.invite, from: .alice, to: .bob, at: times.0, callID: "main")
        scenario.response(200, to: call, at: times.0 + 1)
        scenario.acknowledge(call, at: times.0 + 1.1)
        let consultation = scenario.request(.invite, from: .alice, to: .carol, at: times.1, callID: "consult")
        scenario.response(200, to: consultation, at: times.1 + 1)
        scenario.acknowledge(consultation, at: times.1 + 1.1)
        let target = "sip:carol@192.0.2.3?Replaces=consult%3Bto-tag%3Dcarol-tag%3Bfrom-tag%3Dalice-tag"
        let refer = scenario.request(.refer, in: call, from: .alice, at: 10, lines: ["Refer-To: <\(target)>"])
        scenario.response(202, to: refer, at: 10.1)
        let referred = scenario.request(
            .invite, from: .bob, to: .carol, at: 10.2, callID: "new",
            lines: ["Replaces: consult;to-tag=carol-tag;from-tag=alice-tag"])
        scenario.response(200, to: referred, at: 10.3)
        scenario.acknowledge(referred, at: 10.4)
        let bye = scenario.request(.bye, in: consultation, from: .carol, at: 10.5)
        scenario.response(200, to: bye, at: 10.6)
        scenario.request(.bye, in: call, from: .alice, at: 11)
        return scenario
    }

    @Test(
        "An attended transfer is one call: the consultation, the referred INVITE and its own", arguments: [false, true])
    func consultation(isFirst: Bool) throws {
        let exchanges = attended(consultationFirst: isFirst).track(until: 100)
        let call = try #require(exchanges.first)
        #expect(exchanges.count == 1 && call.id == 1)
        #expect(Set(call.legs.map { call.string($0.callID) }) == ["main", "consult", "new"])
        #expect(call.legs[0].origin == .first)
        #expect(call.legs[1].origin == .related(.consultation))
        #expect(call.legs[2].origin == .transfer(0))
        #expect(
            call.messages.count == 14 && call.messagesInOrder.map { call.messages[$0].frame.rawValue } == Array(1...14))
        #expect(call.transfers.map(\.evidence) == [.replaces])
        #expect(call.dialogs.count == 3 && call.dialogs.allSatisfy { $0.acknowledgement != nil })
        #expect(call.dialogs.count { $0.byeTime != nil } == 2)
        for message in call.messages {
            let transaction = call.transactions[Int(message.transaction)]
            #expect(transaction.method == message.method || message.method == .ack)
            let names = Set(["alice", "bob", "carol"].prefix(3))
            #expect(names.count == 3 && call.endpoints.indices.contains(Int(message.source)))
        }
        for transaction in call.transactions {
            let request = try #require(transaction.request)
            #expect(call.messages[request].method == transaction.method)
            if let final = transaction.final { #expect(call.messages[final].status == transaction.finalStatus) }
        }
    }

    @Test("An open call that a REFER does not name stays apart")
    func unnamed() {
        var scenario = attended()
        scenario.request(.invite, from: .dave, to: .carol, at: 3, callID: "apart")
        #expect(scenario.track(until: 300).count == 2)
    }
}
