import SIPDialogs
import Testing
import TraceTypes

@Suite("Non-INVITE transactions")
struct NonInviteTransactionTests {
    @Test(
        "Client: RFC 3261 section 17.1.2",
        arguments: [
            ([], .trying(since: at(0)), nil),
            ([.request], .trying(since: at(0)), .retransmission),
            ([.time(32, nanoseconds: -1)], .trying(since: at(0)), nil),
            ([.time(32)], .terminated, nil),
            ([.response(100, at: 1)], .proceeding(since: at(0)), .advanced),
            ([.response(200, at: 1)], .completed(since: at(1), status: 200), .advanced),
            ([.response(699, at: 1)], .completed(since: at(1), status: 699), .advanced),

            ([.response(100, at: 1), .response(183, at: 2)], .proceeding(since: at(0)), .advanced),
            ([.response(100, at: 1), .request], .proceeding(since: at(0)), .retransmission),
            ([.response(100, at: 1), .time(32, nanoseconds: -1)], .proceeding(since: at(0)), nil),
            ([.response(100, at: 1), .time(32)], .terminated, nil),
            ([.response(100, at: 1), .response(404, at: 2)], .completed(since: at(2), status: 404), .advanced),

            (
                [.response(200, at: 1), .response(200, at: 2)], .completed(since: at(1), status: 200),
                .retransmission
            ),
            ([.response(200, at: 1), .response(404, at: 2)], .completed(since: at(1), status: 200), .unexpected),
            ([.response(200, at: 1), .response(100, at: 2)], .completed(since: at(1), status: 200), .unexpected),
            ([.response(200, at: 1), .request], .completed(since: at(1), status: 200), .retransmissionAfterResponse),
            ([.response(200, at: 1), .time(6, nanoseconds: -1)], .completed(since: at(1), status: 200), nil),
            ([.response(200, at: 1), .time(6)], .terminated, nil),

            ([.time(32), .response(200, at: 40)], .terminated, .unexpected),
            ([.time(32), .request], .terminated, .retransmissionAfterResponse),
        ] as [([Event], NonInviteClientTransaction.State, TransactionEffect?)])
    func client(events: [Event], state: NonInviteClientTransaction.State, effect: TransactionEffect?) {
        let end = NonInviteClientTransaction.run(events)
        #expect(end.state == state)
        if let effect { #expect(end.effect == effect) }
    }

    @Test(
        "Server: RFC 3261 section 17.2.2",
        arguments: [
            ([], .trying, nil),
            ([.time(3600)], .trying, nil),
            ([.response(100, at: 1)], .proceeding, .advanced),
            ([.response(200, at: 1)], .completed(since: at(1), status: 200), .advanced),
            ([.response(100, at: 1), .response(100, at: 2)], .proceeding, .advanced),
            ([.response(100, at: 1), .time(3600)], .proceeding, nil),
            ([.response(100, at: 1), .response(500, at: 2)], .completed(since: at(2), status: 500), .advanced),
            (
                [.response(200, at: 1), .response(200, at: 2)], .completed(since: at(1), status: 200),
                .retransmission
            ),
            ([.response(200, at: 1), .response(500, at: 2)], .completed(since: at(1), status: 200), .unexpected),
            ([.response(200, at: 1), .response(100, at: 2)], .completed(since: at(1), status: 200), .unexpected),
            ([.response(200, at: 1), .time(33, nanoseconds: -1)], .completed(since: at(1), status: 200), nil),
            ([.response(200, at: 1), .time(33)], .terminated, nil),
            ([.response(200, at: 1), .time(33), .response(200, at: 40)], .terminated, .unexpected),
        ] as [([Event], NonInviteServerTransaction.State, TransactionEffect?)])
    func server(events: [Event], state: NonInviteServerTransaction.State, effect: TransactionEffect?) {
        let end = NonInviteServerTransaction.run(events)
        #expect(end.state == state)
        if let effect { #expect(end.effect == effect) }
    }

    @Test("A client waits until Timer F, whether or not a provisional response came")
    func pending() {
        var machine = NonInviteClientTransaction(at: at(0))
        #expect(machine.isPending(at: at(32, nanoseconds: -1), TimerValues()))
        _ = machine.response(100, at: at(20))
        #expect(machine.isPending(at: at(32, nanoseconds: -1), TimerValues()))
        #expect(!machine.isPending(at: at(32), TimerValues()))
        _ = machine.response(200, at: at(21))
        #expect(!machine.isPending(at: at(21), TimerValues()))
    }

    @Test(
        "A reliable transport brings nothing twice: Timers D, I, J and K are 0 (RFC 3261 table 4), B, F, H, L, M are not",
        arguments: Transport.allCases)
    func reliableTransport(transport: Transport) {
        let timers = TimerValues()
        func lasts(_ deadline: Timestamp?, _ seconds: Double) -> Bool {
            deadline == at(transport.isReliable ? 1 : 1 + seconds)
        }
        var inviteClient = InviteClientTransaction(at: at(1))
        #expect(inviteClient.deadline(timers, over: transport) == at(33))
        _ = inviteClient.response(486, at: at(1))
        #expect(lasts(inviteClient.deadline(timers, over: transport), 32))
        var inviteServer = InviteServerTransaction()
        _ = inviteServer.response(486, at: at(1))
        #expect(inviteServer.deadline(timers, over: transport) == at(33))
        _ = inviteServer.acknowledgement(at: at(1))
        #expect(lasts(inviteServer.deadline(timers, over: transport), 5))
        var client = NonInviteClientTransaction(at: at(1))
        #expect(client.deadline(timers, over: transport) == at(33))
        _ = client.response(200, at: at(1))
        #expect(lasts(client.deadline(timers, over: transport), 5))
        var server = NonInviteServerTransaction()
        _ = server.response(200, at: at(1))
        #expect(lasts(server.deadline(timers, over: transport), 32))
        server.advance(to: at(1), timers, over: transport)
        #expect((server.state == .terminated) == transport.isReliable)
    }

    @Test("All timers follow from T1 and T4 (RFC 3261 table 4)")
    func timers() {
        let ims = TimerValues(t1: .seconds(2), t2: .seconds(16), t4: .seconds(17))
        #expect(ims.transactionTimeout == .seconds(128))
        #expect(ims.timerC == .seconds(180))
        var machine = NonInviteClientTransaction(at: at(0))
        #expect(machine.deadline(ims) == at(128))
        _ = machine.response(200, at: at(1))
        #expect(machine.deadline(ims) == at(18))
        machine.advance(to: at(18), ims)
        #expect(machine.deadline(ims) == nil)
    }
}
