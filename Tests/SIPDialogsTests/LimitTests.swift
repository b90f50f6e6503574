import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@testable import SIPDialogs

@Suite("Limits: what a trace may cost, however hostile")
struct LimitTests {
    @Test func exchangesOverTheLimitAreGivenUpAndCounted() {
        var limits = TrackingLimits()
        limits.openExchanges = 3
        var tracker = Tracker(limits: limits)
        var scenario = SIPScenario()
        for number in 0..<5 {
            scenario.request(.invite, from: .alice, to: .bob, at: Double(number), callID: "call-\(number)")
        }
        scenario.feed(&tracker)
        #expect(tracker.openExchanges == 3)
        #expect(tracker.evictedExchanges == 2)
        #expect(tracker.finished.map(\.id) == [1, 2])
        #expect(tracker.finished.allSatisfy { $0.isEvicted && $0.outcome == .undetermined })
        tracker.advance(to: SIPScenario.time(3600))
        #expect(tracker.openExchanges == 0)
        #expect(tracker.finished.suffix(3).allSatisfy { !$0.isEvicted && $0.outcome == .unanswered })
    }

    /// A long dialog: an answered call with `count` INFO requests before its BYE.
    private func longDialog(_ count: Int) -> SIPScenario {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(200, to: invite, at: 0.1)
        scenario.acknowledge(invite, at: 0.2)
        for number in 0..<count {
            let info = scenario.request(.info, in: invite, from: .alice, at: 1 + Double(number))
            scenario.response(200, to: info, at: 1.1 + Double(number))
        }
        let bye = scenario.request(.bye, in: invite, from: .bob, at: 2 + Double(count))
        scenario.response(200, to: bye, at: 2.1 + Double(count))
        return scenario
    }

    @Test func messagesOverTheLimitAreTrackedAndCountedButNotKept() throws {
        var limits = TrackingLimits()
        limits.messagesPerExchange = 10
        limits.transactionsSearched = 4
        let exchange = try #require(longDialog(100).track(limits: limits).first)
        #expect(exchange.messageCount == 205)
        #expect(exchange.messages.count == 10)
        #expect(exchange.transactions.count == 14)
        #expect(exchange.dialogs[0].state == .terminated)
        #expect(exchange.dialogs[0].byeTime == SIPScenario.time(102))
        #expect(exchange.dialogs[0].bye == nil)
        #expect(exchange.outcome == .answered)
        #expect(exchange.messages.allSatisfy { exchange.transactions.indices.contains(Int($0.transaction)) })
        #expect(
            exchange.messages.allSatisfy {
                $0.method == .ack || exchange.transactions[Int($0.transaction)].method == $0.method
            })
        #expect(exchange.transactions.allSatisfy { $0.finalStatus == 200 })
    }

    @Test func repeatsAreKnownBeyondTheLimitAsWell() {
        var limits = TrackingLimits()
        limits.messagesPerExchange = 10
        limits.transactionsSearched = 4
        var scenario = longDialog(50)
        let last = scenario.messages.count
        scenario.add(
            String(decoding: scenario.messages[last - 2].bytes, as: UTF8.self), from: SIPScenario.Party.bob.endpoint,
            to: SIPScenario.Party.alice.endpoint, at: 53)
        var tracker = Tracker(limits: limits)
        let placements = scenario.feed(&tracker)
        #expect(placements[last]?.flags == [.retransmission, .responseLost, .inDialog])
        #expect(placements.prefix(last).allSatisfy { $0?.flags.contains(.retransmission) == false })
    }

    @Test func partsOfAnExchangeAreLimited() throws {
        var limits = TrackingLimits()
        limits.partsPerExchange = 3
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        for number in 0..<10 {
            scenario.response(183, to: invite, at: 0.1 + Double(number) / 100, tag: "tag-\(number)")
            scenario.request(
                .refer, in: invite, from: .alice, at: 1 + Double(number),
                lines: ["Refer-To: <sip:carol-\(number)@192.0.2.3>"])
        }
        for number in 0..<10 {
            scenario.request(
                .invite, from: .bob, to: .carol, at: 20 + Double(number), callID: "new-\(number)",
                uri: "sip:carol-\(number)@192.0.2.3")
        }
        let exchanges = scenario.track(limits: limits)
        #expect(exchanges.count == 9)
        #expect(exchanges[0].dialogs.count == 3)
        #expect(exchanges[0].transfers.count == 3)
        #expect(exchanges[0].legs.count == 3)
    }

    @Test("A Call-ID over the limit of legs does not end up in another exchange later")
    func noStaleCallIDs() {
        var limits = TrackingLimits()
        limits.partsPerExchange = 1
        var scenario = SIPScenario()
        let refer = scenario.request(.refer, from: .alice, to: .bob, at: 0, lines: ["Refer-To: <sip:carol@192.0.2.3>"])
        scenario.response(202, to: refer, at: 0.1)
        scenario.request(.invite, from: .bob, to: .carol, at: 1, callID: "new")
        scenario.request(.options, from: .dave, to: .bob, at: 1000, callID: "other")
        scenario.request(.invite, from: .bob, to: .carol, at: 1001, callID: "new")
        let exchanges = scenario.track(limits: limits)
        #expect(exchanges.map(\.legs.count) == [1, 1, 1, 1])
        #expect(exchanges.map(\.messages.count) == [2, 1, 1, 1])
    }

    @Test func textDetailsAndContactsAreLimited() throws {
        var limits = TrackingLimits()
        limits.textPerExchange = 2_000
        limits.detailBytes = 100
        limits.partsPerExchange = 5
        var scenario = SIPScenario()
        let long = "Reason: SIP;cause=200;text=\"" + String(repeating: "x", count: 500) + "\""
        let contacts = "Contact: " + (0..<50).map { "<sip:\($0)@192.0.2.3>" }.joined(separator: ", ")
        for number in 0..<20 {
            let invite = scenario.request(
                .invite, from: .alice, to: .bob, at: Double(number), lines: Array(repeating: long, count: 20))
            scenario.response(302, to: invite, at: 0.5 + Double(number), lines: [contacts])
        }
        let exchange = try #require(scenario.track(limits: limits).first)
        #expect(exchange.text.count == 2_000)
        #expect(exchange.details.allSatisfy { $0.text.count <= 100 && $0.text.range.upperBound <= 2_000 })
        #expect(exchange.messages.allSatisfy { $0.details.count <= 7 })
        #expect(exchange.redirects.map(\.contacts.count) == Array(repeating: 5, count: 5))
    }

    @Test("More addresses than there is room for share the last place")
    func endpoints() throws {
        var scenario = SIPScenario()
        for host in 0..<300 {
            let party = SIPScenario.Party("p", Endpoint(address: IPAddress(v4: UInt32(host)), port: 5060))
            scenario.request(.options, from: party, to: .bob, at: Double(host) / 10)
        }
        let exchange = try #require(scenario.track().first)
        #expect(exchange.endpoints.count == 256)
        #expect(exchange.messages.last.map { exchange.source(of: $0) } == exchange.endpoints.last)
    }

    @Test("Deadlines nobody takes do not pile up")
    func dueIsBounded() {
        var limits = TrackingLimits()
        limits.openExchanges = 2
        var tracker = Tracker(limits: limits)
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(200, to: invite, at: 1)
        scenario.feed(&tracker)
        for step in 1...100 { tracker.advance(to: SIPScenario.time(40 * Double(step))) }
        #expect(tracker.due == [0, 0])
    }

    @Test("A ring keeps the last elements", arguments: [(3, [5, 3, 4]), (5, [1, 2, 3, 4, 5]), (0, [1, 2, 3, 4, 5])])
    func ring(limit: Int, expected: [Int]) {
        var ring: [Int] = []
        var cursor = 0
        for element in 1...5 { ring.append(element, keeping: limit, cursor: &cursor) }
        #expect(limit == 0 ? ring.count == 1 : Set(ring) == Set(expected))
    }
}
