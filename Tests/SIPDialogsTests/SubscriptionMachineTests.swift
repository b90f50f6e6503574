import SIPDialogs
import SIPParsing
import Testing
import TraceTypes

@Suite("Subscription as its subscriber sees it (RFC 6665 section 4.1.2)")
struct SubscriptionMachineTests {
    /// What may pass, as seconds after the first SUBSCRIBE.
    enum Step: Sendable {
        case subscribe(Double)
        case response(UInt16, UInt32?, Double)
        case notify(SubscriptionState.State, Int?, Double)
        case answer(UInt16)
        case time(Double, nanoseconds: Int64 = 0)
    }

    private func run(_ steps: [Step]) -> SubscriptionMachine {
        var machine = SubscriptionMachine()
        for step in steps {
            switch step {
            case .subscribe(let time): machine.subscribe(at: at(time))
            case .response(let status, let expires, let time): machine.response(status, expires: expires, at: at(time))
            case .notify(let state, let expires, let time): machine.notify(state, expires: expires, at: at(time))
            case .answer(let status): machine.notifyResponse(status)
            case .time(let time, let nanoseconds):
                machine.advance(to: at(time, nanoseconds: nanoseconds), TimerValues())
            }
        }
        return machine
    }

    @Test(
        "State",
        arguments: [
            ([.subscribe(0)], .notifyWait), ([.subscribe(0), .response(200, 600, 0.1)], .notifyWait),
            ([.subscribe(0), .notify(.pending, 600, 1)], .pending),
            ([.subscribe(0), .notify(.active, 600, 1), .notify(.pending, 600, 2)], .pending),
            ([.subscribe(0), .notify(.other, nil, 1)], .active),
            ([.subscribe(0), .notify(.terminated, nil, 1)], .terminated(.notified)),
            ([.subscribe(0), .notify(.terminated, nil, 1), .subscribe(2)], .terminated(.notified)),
            ([.subscribe(0), .time(32, nanoseconds: -1)], .notifyWait),
            ([.subscribe(0), .time(32)], .terminated(.unconfirmed)),
            ([.subscribe(0), .response(401, nil, 0.1)], .terminated(.refused(401))),
            ([.subscribe(0), .response(401, nil, 0.1), .subscribe(0.2)], .notifyWait),
            ([.subscribe(0), .response(403, nil, 0.1), .time(99)], .terminated(.refused(403))),
            ([.subscribe(0), .response(100, nil, 0.1), .time(32)], .terminated(.unconfirmed)),
        ] as [([Step], SubscriptionMachine.State)])
    func state(steps: [Step], state: SubscriptionMachine.State) {
        #expect(run(steps).state == state)
    }

    private static let begun: [Step] = [.subscribe(0), .response(200, 600, 0.1), .notify(.active, 600, 0.2)]

    @Test(
        "Refreshing and ending (sections 4.1.2.2, 4.1.2.3 and 4.2.2)",
        arguments: [
            ([.time(600, nanoseconds: 99_999_999)], .active), ([.time(600.1)], .terminated(.expired)),
            ([.subscribe(300), .response(200, 600, 300.1), .notify(.active, 600, 300.2), .time(700)], .active),
            ([.subscribe(300), .response(200, 600, 300.1), .time(331.9)], .active),
            ([.subscribe(300), .response(200, 600, 300.1), .time(332)], .terminated(.unconfirmed)),
            ([.subscribe(300), .notify(.active, 600, 300.1), .response(200, 600, 300.2), .time(700)], .active),
            ([.subscribe(300), .response(204, 600, 300.1), .time(700)], .active),
            ([.subscribe(300), .response(481, nil, 300.1)], .terminated(.refused(481))),
            ([.subscribe(300), .response(500, nil, 300.1), .time(400)], .active),
            ([.subscribe(300), .response(200, 0, 300.1), .time(331)], .active),
            ([.subscribe(300), .response(200, 0, 300.1), .notify(.terminated, nil, 301)], .terminated(.notified)),
            ([.answer(481)], .terminated(.notifyRefused(481))), ([.answer(500)], .active), ([.answer(200)], .active),
        ] as [([Step], SubscriptionMachine.State)])
    func laterState(steps: [Step], state: SubscriptionMachine.State) {
        #expect(run(Self.begun + steps).state == state)
    }

    @Test(
        "It runs out at the earlier of what the 2xx granted and what the NOTIFY announced",
        arguments: [
            ([], nil), ([.response(200, 600, 1)], 601), ([.notify(.active, 100, 2)], 102),
            ([.response(200, 600, 1), .notify(.active, 100, 2)], 102),
            ([.response(200, 100, 1), .notify(.active, 600, 2)], 101),
            ([.response(200, 600, 1), .notify(.active, 100, 2), .subscribe(50), .response(200, 600, 51)], 651),
            ([.notify(.active, 100, 0.5), .response(200, 600, 1)], 100.5),
            ([.response(200, nil, 1)], nil),
        ] as [([Step], Double?)])
    func expiry(steps: [Step], expiry: Double?) {
        #expect(run([.subscribe(0)] + steps).expiry == expiry.map { at($0) })
    }

    @Test(
        "Failures that end a subscription (RFC 6665 section 4.2.2)",
        arguments: [
            (404, true), (405, true), (408, false), (410, true), (416, true), (479, false), (480, true), (485, true),
            (486, false), (489, true), (500, false), (501, true), (603, false), (604, true),
        ] as [(UInt16, Bool)])
    func failures(status: UInt16, isEnd: Bool) {
        #expect(SubscriptionMachine.endsSubscription(status) == isEnd)
    }
}
