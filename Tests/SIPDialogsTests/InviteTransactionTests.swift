import SIPDialogs
import Testing
import TraceTypes

@Suite("INVITE transactions")
struct InviteTransactionTests {
    @Test(
        "Client: RFC 3261 section 17.1.1, RFC 6026 section 7.2",
        arguments: [
            ([], .calling(since: at(0)), nil),
            ([.request], .calling(since: at(0)), .retransmission),
            ([.time(32, nanoseconds: -1)], .calling(since: at(0)), nil),
            ([.time(32)], .terminated, nil),
            ([.response(100, at: 1)], .proceeding(since: at(1)), .advanced),
            ([.response(200, at: 1)], .accepted(since: at(1)), .advanced),
            ([.response(299, at: 1)], .accepted(since: at(1)), .advanced),
            ([.response(300, at: 1)], .completed(since: at(1), status: 300), .advanced),
            ([.response(699, at: 1)], .completed(since: at(1), status: 699), .advanced),

            ([.response(180, at: 1), .response(199, at: 2)], .proceeding(since: at(2)), .advanced),
            ([.response(180, at: 1), .request], .proceeding(since: at(1)), .retransmissionAfterResponse),
            ([.response(180, at: 1), .time(3600)], .proceeding(since: at(1)), nil),
            ([.response(180, at: 1), .response(200, at: 2)], .accepted(since: at(2)), .advanced),
            ([.response(180, at: 1), .response(486, at: 2)], .completed(since: at(2), status: 486), .advanced),

            (
                [.response(486, at: 1), .response(486, at: 2)], .completed(since: at(1), status: 486),
                .retransmission
            ),
            ([.response(486, at: 1), .response(487, at: 2)], .completed(since: at(1), status: 486), .unexpected),
            ([.response(486, at: 1), .response(180, at: 2)], .completed(since: at(1), status: 486), .unexpected),
            ([.response(486, at: 1), .response(200, at: 2)], .completed(since: at(1), status: 486), .unexpected),
            ([.response(486, at: 1), .request], .completed(since: at(1), status: 486), .retransmissionAfterResponse),
            ([.response(486, at: 1), .time(33, nanoseconds: -1)], .completed(since: at(1), status: 486), nil),
            ([.response(486, at: 1), .time(33)], .terminated, nil),

            ([.response(200, at: 1), .response(200, at: 2)], .accepted(since: at(1)), .retransmission),
            ([.response(200, at: 1), .response(180, at: 2)], .accepted(since: at(1)), .unexpected),
            ([.response(200, at: 1), .response(486, at: 2)], .accepted(since: at(1)), .unexpected),
            ([.response(200, at: 1), .request], .accepted(since: at(1)), .retransmissionAfterResponse),
            ([.response(200, at: 1), .time(33, nanoseconds: -1)], .accepted(since: at(1)), nil),
            ([.response(200, at: 1), .time(33)], .terminated, nil),

            ([.time(32), .response(200, at: 40)], .terminated, .unexpected),
            ([.time(32), .request], .terminated, .retransmissionAfterResponse),
        ] as [([Event], InviteClientTransaction.State, TransactionEffect?)])
    func client(events: [Event], state: InviteClientTransaction.State, effect: TransactionEffect?) {
        let end = InviteClientTransaction.run(events)
        #expect(end.state == state)
        if let effect { #expect(end.effect == effect) }
    }

    @Test(
        "Server: RFC 3261 section 17.2.1, RFC 6026 section 7.1",
        arguments: [
            ([], .proceeding, nil),
            ([.response(100, at: 1)], .proceeding, .advanced),
            ([.response(180, at: 1), .response(180, at: 2)], .proceeding, .advanced),
            ([.time(3600)], .proceeding, nil),
            ([.ack(at: 1)], .proceeding, .unexpected),
            ([.response(200, at: 1)], .accepted(since: at(1)), .advanced),
            ([.response(300, at: 1)], .completed(since: at(1), status: 300), .advanced),

            (
                [.response(486, at: 1), .response(486, at: 2)], .completed(since: at(1), status: 486),
                .retransmission
            ),
            ([.response(486, at: 1), .response(600, at: 2)], .completed(since: at(1), status: 486), .unexpected),
            ([.response(486, at: 1), .response(180, at: 2)], .completed(since: at(1), status: 486), .unexpected),
            ([.response(486, at: 1), .time(33, nanoseconds: -1)], .completed(since: at(1), status: 486), nil),
            ([.response(486, at: 1), .time(33)], .terminated, nil),
            ([.response(486, at: 1), .ack(at: 2)], .confirmed(since: at(2)), .advanced),

            ([.response(486, at: 1), .ack(at: 2), .ack(at: 3)], .confirmed(since: at(2)), .retransmission),
            (
                [.response(486, at: 1), .ack(at: 2), .response(486, at: 3)], .confirmed(since: at(2)),
                .retransmission
            ),
            ([.response(486, at: 1), .ack(at: 2), .response(200, at: 3)], .confirmed(since: at(2)), .unexpected),
            ([.response(486, at: 1), .ack(at: 2), .time(7, nanoseconds: -1)], .confirmed(since: at(2)), nil),
            ([.response(486, at: 1), .ack(at: 2), .time(7)], .terminated, nil),

            ([.response(200, at: 1), .response(200, at: 2)], .accepted(since: at(1)), .retransmission),
            ([.response(200, at: 1), .ack(at: 2)], .accepted(since: at(1)), .retransmission),
            ([.response(200, at: 1), .response(500, at: 2)], .accepted(since: at(1)), .unexpected),
            ([.response(200, at: 1), .time(33, nanoseconds: -1)], .accepted(since: at(1)), nil),
            ([.response(200, at: 1), .time(33)], .terminated, nil),

            ([.response(200, at: 1), .time(33), .response(200, at: 40)], .terminated, .unexpected),
            ([.response(486, at: 1), .time(33), .ack(at: 40)], .terminated, .retransmission),
        ] as [([Event], InviteServerTransaction.State, TransactionEffect?)])
    func server(events: [Event], state: InviteServerTransaction.State, effect: TransactionEffect?) {
        let end = InviteServerTransaction.run(events)
        #expect(end.state == state)
        if let effect { #expect(end.effect == effect) }
    }

    @Test("A client waits until Timer B, or for ever once it rings")
    func pending() {
        var machine = InviteClientTransaction(at: at(0))
        #expect(machine.isPending(at: at(32, nanoseconds: -1), TimerValues()))
        #expect(!machine.isPending(at: at(32), TimerValues()))
        #expect(machine.isPending(at: at(100), TimerValues(t1: .seconds(2))))
        _ = machine.response(180, at: at(1))
        #expect(machine.isPending(at: at(3600), TimerValues()))
        _ = machine.response(200, at: at(3600))
        #expect(!machine.isPending(at: at(3600), TimerValues()))
    }

    @Test("Times at the ends of the scale do not trap", arguments: [Int64.min, .max])
    func extremes(nanoseconds: Int64) {
        var machine = InviteClientTransaction(at: Timestamp(nanoseconds: nanoseconds))
        #expect(
            machine.deadline(TimerValues(t1: TimeSpan(nanoseconds: .max)))
                == Timestamp(nanoseconds: nanoseconds == .min ? -1 : .max))
        machine.advance(to: Timestamp(nanoseconds: .max), TimerValues())
        #expect(machine.state == .terminated)
    }
}
