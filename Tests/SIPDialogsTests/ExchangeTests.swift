import SIPDialogs
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@Suite("Exchanges: what they are, when they begin and end")
struct ExchangeTests {
    @Test func anAnsweredCall() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0, body: .sdp)
        scenario.response(180, to: invite, at: 0.5)
        scenario.response(200, to: invite, at: 2, body: .sdp)
        scenario.acknowledge(invite, at: 2.1)
        let bye = scenario.request(.bye, in: invite, from: .bob, at: 9)
        scenario.response(200, to: bye, at: 9.1)
        let exchange = try #require(scenario.track().first)
        #expect(exchange.kind == .call)
        #expect(!exchange.isPartial)
        #expect(exchange.outcome == .answered)
        #expect(exchange.messages.map(\.status) == [0, 180, 200, 0, 0, 200])
        #expect(exchange.messages.map(\.isRequest) == [true, false, false, true, true, false])
        #expect(exchange.messages.map(\.transaction) == [0, 0, 0, 0, 1, 1])
        #expect(exchange.messages.map(\.frame.rawValue) == [1, 2, 3, 4, 5, 6])
        #expect(exchange.legs.map { exchange.string($0.from) } == ["sip:alice@192.0.2.1"])
        #expect(exchange.legs.map { exchange.string($0.to) } == ["sip:bob@192.0.2.2"])
        #expect(exchange.legs.map { exchange.string($0.callID) } == [SIPScenario.defaultCallID])
        #expect(exchange.detail(.requestURI, of: 0).map(exchange.string) == "sip:bob@192.0.2.2")
        #expect(exchange.detail(.sessionDescription, of: 2).map(exchange.string)?.hasPrefix("v=0") == true)
        #expect(exchange.detail(.sessionDescription, of: 1) == nil)
        #expect(exchange.detail(.sessionDescription, of: 6) == nil)
        #expect(exchange.source(of: exchange.messages[4]) == SIPScenario.Party.bob.endpoint)
        #expect(exchange.destination(of: exchange.messages[4]) == SIPScenario.Party.alice.endpoint)
        #expect(exchange.dialogs.map(\.byeByCaller) == [false])
    }

    @Test(
        "What a first message begins",
        arguments: [
            (.invite, nil, .call, false), (.invite, "t", .call, true), (.bye, "t", .call, true),
            (.ack, "t", .call, true), (.cancel, nil, .call, true), (.prack, "t", .call, true),
            (.update, "t", .call, true), (.info, "t", .call, true), (.info, nil, .request, false),
            (.refer, nil, .request, false), (.refer, "t", .call, true), (.register, nil, .registration, false),
            (.subscribe, nil, .subscription, false), (.subscribe, "t", .subscription, true),
            (.notify, nil, .subscription, false), (.notify, "t", .subscription, true),
            (.options, nil, .request, false), (.message, nil, .request, false), (.publish, nil, .request, false),
        ] as [(SIPParsing.Method, String?, Exchange.Kind, Bool)])
    func kind(method: SIPParsing.Method, toTag: String?, kind: Exchange.Kind, isPartial: Bool) throws {
        var scenario = SIPScenario()
        let request = scenario.request(method, from: .alice, to: .bob, at: 0, toTag: toTag)
        if method != .ack { scenario.response(200, to: request, at: 0.1) }
        let exchange = try #require(scenario.track(until: 60).first)
        #expect(exchange.kind == kind)
        #expect(exchange.isPartial == isPartial)
        if method != .invite || toTag != nil { #expect(exchange.outcome == .undetermined) }
    }

    @Test(
        "A response whose request passed before the capture",
        arguments: [(180, .undetermined), (200, .answered), (486, .busy)] as [(UInt16, CallOutcome)])
    func responseOnly(status: UInt16, outcome: CallOutcome) throws {
        var earlier = SIPScenario()
        let invite = earlier.request(.invite, from: .alice, to: .bob, at: 0)
        var scenario = SIPScenario()
        scenario.response(status, to: invite, at: 10)
        let exchange = try #require(scenario.track(until: 500).first)
        #expect(exchange.kind == .call)
        #expect(exchange.isPartial)
        #expect(exchange.outcome == outcome)
        #expect(exchange.transactions[0].request == nil)
    }

    @Test("A capture that begins inside of a dialog knows the dialog, and does not know how the call went")
    func midDialog() throws {
        var earlier = SIPScenario()
        let invite = earlier.request(.invite, from: .alice, to: .bob, at: 0)
        var scenario = SIPScenario()
        let inner = earlier.request(.invite, in: invite, from: .bob, at: 9)
        scenario.response(488, to: inner, at: 10)
        let bye = scenario.request(.bye, in: invite, from: .alice, at: 20)
        scenario.response(200, to: bye, at: 20.1)
        let exchange = try #require(scenario.track(until: 60).first)
        #expect(exchange.isPartial)
        #expect(exchange.outcome == .undetermined)
        #expect(exchange.dialogs.map(\.state) == [.terminated])
        #expect(exchange.dialogs.map(\.invite) == [nil])
    }

    @Test(
        "A request that only calls have makes an exchange a call that began earlier",
        arguments: [(.bye, .call), (.info, .call), (.options, .request)] as [(SIPParsing.Method, Exchange.Kind)])
    func lateCall(method: SIPParsing.Method, kind: Exchange.Kind) throws {
        var scenario = SIPScenario()
        scenario.request(.options, from: .alice, to: .bob, at: 0, toTag: "bob-tag")
        scenario.request(method, from: .alice, to: .bob, at: 1, toTag: "bob-tag")
        let exchange = try #require(scenario.track().first)
        #expect(exchange.kind == kind)
        #expect(exchange.isPartial)
    }

    @Test("Subscriptions of SUBSCRIBE (RFC 6665)")
    func subscription() throws {
        var scenario = SIPScenario()
        let subscribe = scenario.request(.subscribe, from: .alice, to: .bob, at: 0, lines: ["Event: presence"])
        scenario.response(200, to: subscribe, at: 0.1)
        let notify = scenario.request(
            .notify, in: subscribe, from: .bob, at: 0.2,
            lines: ["Event: presence", "Subscription-State: active;expires=100"])
        scenario.response(200, to: notify, at: 0.3)
        var tracker = Tracker()
        scenario.feed(&tracker)
        tracker.advance(to: SIPScenario.time(132.2))
        #expect(tracker.openExchanges == 1)
        tracker.advance(to: SIPScenario.time(132.3))
        #expect(tracker.openExchanges == 0)
        let subscription = try #require(tracker.finished.first?.subscriptions.first)
        #expect(subscription.package == "presence")
        #expect(subscription.notifications.map(\.expires) == [100])
        #expect(subscription.notifications.map(\.answer) == [200])
        #expect(subscription.notifications.map(\.state) == [.active])
    }

    @Test(
        "An exchange is forgotten 64*T1 after its last message, one that waits later",
        arguments: [
            (nil, false, 180), (404, false, 32.1), (100, false, 600.1), (180, false, 600.1), (486, false, 32.1),
            (200, false, 43_200.1),
            (200, true, 52),
        ] as [(UInt16?, Bool, Double)])
    func end(status: UInt16?, hasBye: Bool, end: Double) {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        if let status { scenario.response(status, to: invite, at: 0.1) }
        if hasBye { scenario.request(.bye, in: invite, from: .alice, at: 20) }
        var tracker = Tracker()
        scenario.feed(&tracker)
        tracker.advance(to: SIPScenario.time(end) + TimeSpan(nanoseconds: -1))
        #expect(tracker.openExchanges == 1)
        tracker.advance(to: SIPScenario.time(end))
        #expect(tracker.openExchanges == 0)
        #expect(tracker.finished.map(\.observedUntil) == [SIPScenario.time(end)])
        #expect(!tracker.due.isEmpty || end <= 32)
    }

    @Test(
        "A call that is up is left alone for long, until something is to be waited for",
        arguments: [(nil, []), (.info, []), (.refer, [372]), (.invite, [372])] as [(SIPParsing.Method?, [Double])])
    func looks(method: SIPParsing.Method?, looks: [Double]) {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(200, to: invite, at: 1)
        scenario.acknowledge(invite, at: 1.1)
        var tracker = Tracker()
        scenario.feed(&tracker)
        tracker.advance(to: SIPScenario.time(300))
        #expect(!tracker.due.isEmpty)
        tracker.due = []
        var later = SIPScenario()
        if let method { later.request(method, in: invite, from: .alice, at: 340, cseq: 9, branch: "later") }
        later.feed(&tracker)
        tracker.due = []
        var times: [Double] = []
        for second in 341...500 {
            tracker.advance(to: SIPScenario.time(Double(second)))
            if !tracker.due.isEmpty { times.append(Double(second)) }
            tracker.due = []
        }
        #expect(Array(times.prefix(looks.count)) == looks)
        #expect(looks.isEmpty == times.isEmpty)
    }

    @Test func aCallIDUsedAgainLaterBeginsAnotherExchange() {
        var scenario = SIPScenario()
        let first = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(486, to: first, at: 1)
        let second = scenario.request(.invite, from: .alice, to: .bob, at: 33)
        scenario.response(200, to: second, at: 34)
        #expect(scenario.track().map(\.outcome) == [.busy, .answered])
    }

    @Test("A message without Call-ID belongs nowhere", arguments: ["Call-ID", ""])
    func noCallID(without: String) {
        var scenario = SIPScenario()
        scenario.request(
            .options, from: .alice, to: .bob, at: 0, lines: without.isEmpty ? ["Call-ID:"] : [], without: [without])
        var tracker = Tracker()
        #expect(scenario.feed(&tracker).map { $0 == nil } == [true])
        #expect(tracker.messagesWithoutCallID == 1)
        #expect(tracker.openExchanges == 0)
        #expect(
            tracker.directions.contains(
                from: SIPScenario.Party.alice.endpoint.address, to: SIPScenario.Party.bob.endpoint.address))
        #expect(
            !tracker.directions.contains(
                from: SIPScenario.Party.bob.endpoint.address, to: SIPScenario.Party.alice.endpoint.address))
    }

    @Test("A status that is none is kept as a response and changes nothing", arguments: ["000", "99999"])
    func oddStatus(status: String) throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        var odd = SIPScenario()
        odd.response(200, to: invite, at: 1)
        let text = String(decoding: odd.messages[0].bytes, as: UTF8.self).replacing(
            "SIP/2.0 200", with: "SIP/2.0 \(status)")
        scenario.add(text, from: SIPScenario.Party.bob.endpoint, to: SIPScenario.Party.alice.endpoint, at: 1)
        let exchange = try #require(scenario.track(until: 60).first)
        #expect(exchange.messages.map(\.isRequest) == [true, false])
        #expect(exchange.dialogs.isEmpty)
        #expect(exchange.transactions[0].finalStatus == 0)
    }
}
