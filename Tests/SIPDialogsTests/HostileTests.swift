import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@testable import SIPDialogs

@Suite("Hostile input")
struct HostileTests {
    /// Messages of all kinds: a transfer with a referred call, a redirect, a challenge, a registration, a subscription.
    private static func corpus() -> [SIPScenario.Message] {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0, body: .sdp)
        let second = scenario.forward(invite, by: .proxy, to: .bob, at: 0.001)
        scenario.response(180, to: second, at: 0.1)
        scenario.response(200, to: second, at: 1, body: .sdp)
        scenario.response(200, to: invite, at: 1.001, body: .sdp)
        scenario.acknowledge(invite, at: 1.1)
        let refer = scenario.request(
            .refer, in: invite, from: .alice, at: 2,
            lines: [
                "Refer-To: <sip:carol@192.0.2.3?Replaces=a%3Bto-tag%3Db%3Bfrom-tag%3Dc>", "Referred-By: <sip:alice@a>",
            ])
        scenario.response(202, to: refer, at: 2.1)
        scenario.request(
            .notify, in: invite, from: .bob, at: 3, lines: TransferTests.pending, body: .sipfrag("SIP/2.0 100 Trying"))
        let referred = scenario.request(
            .invite, from: .bob, to: .carol, at: 3.1, callID: "referred", lines: ["Replaces: a;to-tag=b;from-tag=c"])
        scenario.response(302, to: referred, at: 3.2, lines: ["Contact: <sip:dave@192.0.2.4>;q=0.5, <sip:x@y>"])
        let redirected = scenario.request(.invite, from: .bob, to: .dave, at: 3.3, callID: "redirected")
        scenario.response(401, to: redirected, at: 3.4, lines: ["WWW-Authenticate: Digest realm=\"r\", nonce=\"n\""])
        scenario.cancel(redirected, at: 3.5)
        scenario.request(
            .notify, in: invite, from: .bob, at: 4, lines: TransferTests.ended, body: .sipfrag("SIP/2.0 603 Declined"))
        scenario.request(.bye, in: invite, from: .bob, at: 5)
        scenario.request(.register, from: .alice, to: .alice, at: 6, callID: "register")
        let subscribe = scenario.request(
            .subscribe, from: .alice, to: .bob, at: 7, callID: "subscribe", lines: ["Event: presence"])
        scenario.request(
            .notify, in: subscribe, from: .bob, at: 8,
            lines: ["Event: presence", "Subscription-State: active;expires=99999999999"])
        return scenario.messages
    }

    /// Changes a few bytes, drops, doubles or cuts a run of them.
    private static func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        for _ in 0..<Int.random(in: 0...3, using: &random) where bytes.count > 20 {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            let end = min(bytes.count, place + Int.random(in: 1...16, using: &random))
            switch UInt8.random(in: 0...4, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
            case 3: bytes.removeSubrange(end...)
            default: bytes[place] = Array("0123456789;=,:<>@\"\r\n ".utf8).randomElement(using: &random) ?? 0
            }
        }
    }

    @Test("20000 mutated messages in any order and at any time", arguments: [1, 2, 3, 4] as [UInt64])
    func mutations(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var limits = TrackingLimits()
        limits.openExchanges = 40
        limits.messagesPerExchange = 50
        limits.transactionsSearched = 8
        limits.partsPerExchange = 4
        var tracker = Tracker(limits: limits)
        var parser = MessageParser()
        let corpus = Self.corpus()
        var placed = 0
        var finished: [Exchange] = []
        for _ in 0..<20_000 {
            guard var message = corpus.randomElement(using: &random) else { return }
            Self.mutate(&message.bytes, &random)
            message.header.time = Self.time(after: tracker.now, &random)
            guard case .message = parser.parse(message.bytes.span) else { continue }
            if Bool.random(using: &random) { tracker.advance(to: min(message.header.time, Self.latest(tracker.now))) }
            if tracker.feed(parser.message, message.bytes.span, message.header) != nil { placed += 1 }
            #expect(tracker.openExchanges <= 40)
            finished += tracker.finished
            tracker.finished = []
        }
        tracker.finish()
        finished += tracker.finished
        #expect(tracker.openExchanges == 0)
        #expect(tracker.joins.isEmpty)
        #expect(placed > 10_000)
        #expect(finished.reduce(0) { $0 + $1.messageCount } == placed)
        #expect(Set(finished.map(\.id)).count == finished.count)
        for exchange in finished { Self.check(exchange, limits) }
    }

    private static func time(after now: Timestamp, _ random: inout SeededGenerator) -> Timestamp {
        switch UInt8.random(in: 0...99, using: &random) {
        case 0: SIPScenario.time(0) + TimeSpan(nanoseconds: .random(in: .min ... .max, using: &random))
        case 1...3: max(now, SIPScenario.time(0)) + .seconds(.random(in: -100...100, using: &random))
        default: max(now, SIPScenario.time(0)) + .milliseconds(.random(in: 0...200, using: &random))
        }
    }

    /// Frames come within the hour.
    private static func latest(_ now: Timestamp) -> Timestamp {
        max(now, SIPScenario.time(0)) + .seconds(3600)
    }

    private static func check(_ exchange: Exchange, _ limits: TrackingLimits) {
        let transactions = exchange.transactions.indices
        #expect(exchange.messages.count <= limits.messagesPerExchange)
        #expect(transactions.count <= limits.messagesPerExchange + limits.transactionsSearched)
        #expect(exchange.seenResponses.count <= limits.transactionsSearched)
        #expect(exchange.acknowledgements.count <= limits.transactionsSearched)
        #expect(exchange.openInvites.count <= limits.transactionsSearched)
        #expect(exchange.lead >= .zero)
        #expect(exchange.legs.count <= limits.partsPerExchange)
        #expect(exchange.transfers.count <= limits.partsPerExchange)
        #expect(exchange.redirects.count <= limits.partsPerExchange)
        for message in exchange.messages {
            #expect(message.transaction == -1 || transactions.contains(Int(message.transaction)))
            #expect(exchange.endpoints.indices.contains(Int(message.source)))
            #expect(exchange.details.indices.contains(message.details.map(Int.init)))
        }
        for transaction in exchange.transactions {
            for index in [transaction.request, transaction.final, transaction.provisional, transaction.cancel] {
                #expect(index.map(exchange.messages.indices.contains) ?? true)
            }
            #expect(exchange.legs.indices.contains(transaction.leg))
        }
        _ = exchange.result(TimerValues())
        for transfer in exchange.transfers { _ = exchange.outcome(of: transfer, TimerValues()) }
    }
}

extension Range<Int>.SubSequence {
    fileprivate func contains(_ others: [Int]) -> Bool { others.allSatisfy { self.contains($0) } }
}
