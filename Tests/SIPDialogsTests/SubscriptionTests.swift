import SIPDialogs
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@Suite("Subscriptions of an exchange (RFC 6665)")
struct SubscriptionTests {
    private func lines(_ event: String, _ state: String = "active;expires=60") -> [String] {
        ["Event: \(event)", "Subscription-State: \(state)"]
    }

    /// Alice subscribes to presence at Bob's.
    private func subscribed() -> (SIPScenario, SIPScenario.Request) {
        var scenario = SIPScenario()
        let subscribe = scenario.request(
            .subscribe, from: .alice, to: .bob, at: 0, lines: ["Event: presence", "Expires: 60"])
        scenario.response(200, to: subscribe, at: 0.1, lines: ["Expires: 60"])
        return (scenario, subscribe)
    }

    @Test("Several in one dialog are told apart by Event and its id (section 8.2.1)")
    func severalInDialog() throws {
        var (scenario, first) = subscribed()
        for (time, event) in [(1.0, "presence;id=7"), (2.0, "dialog")] {
            let request = scenario.request(
                .subscribe, in: first, from: .alice, at: time, lines: ["Event: \(event)", "Expires: 60"])
            scenario.response(200, to: request, at: time + 0.1, lines: ["Expires: 60"])
        }
        for (time, event) in [(3.0, "dialog"), (4.0, "presence;id=7"), (5.0, "presence")] {
            scenario.request(.notify, in: first, from: .bob, at: time, lines: lines(event))
        }
        let subscriptions = try #require(scenario.track().first).subscriptions
        #expect(subscriptions.map(\.package) == ["presence", "presence", "dialog"])
        #expect(subscriptions.map(\.eventID) == [nil, "7", nil])
        #expect(subscriptions.map { $0.notifications.map(\.message) } == [[8], [7], [6]])
        #expect(subscriptions.map(\.requests) == [[0], [1], [2]])
        #expect(subscriptions[0].sharesDialog(with: subscriptions[2]))
    }

    @Test("A SUBSCRIBE that forks makes a subscription for each notifier (section 4.1.4)")
    func forked() throws {
        var (scenario, subscribe) = subscribed()
        scenario.request(.notify, in: subscribe, from: .bob, at: 1, tag: "one", lines: lines("presence"))
        scenario.request(
            .notify, in: subscribe, from: .bob, at: 2, tag: "two", lines: lines("presence", "terminated"))
        let subscriptions = try #require(scenario.track().first).subscriptions
        #expect(subscriptions.map(\.isFork) == [false, true])
        #expect(subscriptions.map(\.requests) == [[0], [0]])
        #expect(subscriptions.map(\.isTerminated) == [false, true])
        #expect(!subscriptions[0].sharesDialog(with: subscriptions[1]))
    }

    @Test("A refresh, its answer and the answer to a NOTIFY move the machine")
    func machine() throws {
        var (scenario, subscribe) = subscribed()
        let notify = scenario.request(.notify, in: subscribe, from: .bob, at: 1, lines: lines("presence"))
        scenario.response(200, to: notify, at: 1.1)
        let refresh = scenario.request(
            .subscribe, in: subscribe, from: .alice, at: 50, lines: ["Event: presence", "Expires: 60"])
        scenario.response(200, to: refresh, at: 50.1, lines: ["Expires: 60"])
        let again = scenario.request(.notify, in: subscribe, from: .bob, at: 50.2, lines: lines("presence"))
        scenario.response(481, to: again, at: 50.3)
        let subscription = try #require(scenario.track().first?.subscriptions.first)
        #expect(subscription.requests.count == 2)
        #expect(subscription.notifications.map(\.answer) == [200, 481])
        #expect(subscription.machine.state == .terminated(.notifyRefused(481)))
    }

    @Test("A SUBSCRIBE to the refer package in a dialog belongs to the transfer (RFC 3515 section 2.4.6)")
    func refer() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(200, to: invite, at: 1)
        scenario.acknowledge(invite, at: 1.1)
        let refer = scenario.request(
            .refer, in: invite, from: .alice, at: 2, lines: ["Refer-To: <sip:carol@192.0.2.3>"])
        scenario.response(200, to: refer, at: 2.1)
        scenario.request(
            .subscribe, in: invite, from: .alice, at: 3, lines: ["Event: refer;id=\(refer.cseq)", "Expires: 0"])
        let exchange = try #require(scenario.track().first)
        #expect(exchange.subscriptions.isEmpty)
        #expect(exchange.transfers.map(\.subscription.requests.count) == [1])
    }
}
