import SIPDialogs
import SIPParsing
import Testing
import TraceTypes

@Suite("Session timers")
struct SessionTimerTests {
    /// A 2xx: the value of Session-Expires, whose request it answers, when.
    struct Answer: Sendable {
        var expires: String?
        var side: SessionTimer.Side
        var time: Double

        init(_ expires: String?, _ side: SessionTimer.Side, at time: Double) {
            self.expires = expires
            self.side = side
            self.time = time
        }
    }

    private static func run(_ answers: [Answer]) -> SessionTimer {
        var timer = SessionTimer()
        for answer in answers {
            let bytes = Array((answer.expires ?? "").utf8)
            let expires = SessionExpires(bytes.span, ByteRange(0..<bytes.count))
            timer.answered(expires, requestOf: answer.side, at: at(answer.time))
        }
        return timer
    }

    @Test(
        "RFC 4028 sections 7.2 and 9: each 2xx sets the timer or turns it off",
        arguments: [
            ([], .off),
            ([Answer(nil, .caller, at: 1)], .off),
            ([Answer("0;refresher=uac", .caller, at: 1)], .off),
            ([Answer("x", .caller, at: 1)], .off),
            (
                [Answer("90;refresher=uac", .caller, at: 1)],
                .running(interval: .seconds(90), refresher: .caller, since: at(1))
            ),
            (
                [Answer("90;refresher=uas", .caller, at: 1)],
                .running(interval: .seconds(90), refresher: .callee, since: at(1))
            ),
            (
                [Answer("90;refresher=uac", .callee, at: 1)],
                .running(interval: .seconds(90), refresher: .callee, since: at(1))
            ),
            (
                [Answer("90;refresher=uas", .callee, at: 1)],
                .running(interval: .seconds(90), refresher: .caller, since: at(1))
            ),
            ([Answer("90", .caller, at: 1)], .running(interval: .seconds(90), refresher: nil, since: at(1))),
            (
                [Answer("90;refresher=uac", .caller, at: 1), Answer("1800;refresher=uas", .caller, at: 46)],
                .running(interval: .seconds(1_800), refresher: .callee, since: at(46))
            ),
            ([Answer("90;refresher=uac", .caller, at: 1), Answer(nil, .callee, at: 46)], .off),
            (
                [Answer(nil, .caller, at: 1), Answer("90;refresher=uac", .caller, at: 46)],
                .running(interval: .seconds(90), refresher: .caller, since: at(46))
            ),
        ] as [([Answer], SessionTimer.State)])
    func states(answers: [Answer], state: SessionTimer.State) {
        #expect(Self.run(answers).state == state)
    }

    @Test(
        "RFC 4028 section 10: half the interval, and the smaller of 32 s and a third before its end",
        arguments: [
            ("90", 46, 61, 91), ("96", 49, 65, 97), ("99", 50.5, 68, 100), ("1800", 901, 1_769, 1_801),
        ] as [(String, Double, Double, Double)])
    func times(expires: String, due: Double, hangUp: Double, expiry: Double) {
        let timer = Self.run([Answer(expires, .caller, at: 1)])
        #expect(timer.refreshDue == at(due))
        #expect(timer.hangUpTime == at(hangUp))
        #expect(timer.expiry == at(expiry))
        #expect(timer.refreshTime == at(1))
    }

    @Test("Without a timer there are no times")
    func off() {
        let timer = Self.run([Answer("90;refresher=uac", .caller, at: 1), Answer(nil, .caller, at: 2)])
        #expect(timer.interval == nil && timer.refresher == nil && timer.refreshTime == nil)
        #expect(timer.refreshDue == nil && timer.hangUpTime == nil && timer.expiry == nil)
    }

    @Test("Times at the ends of the scale do not trap", arguments: [Int64.min, .max])
    func extremes(nanoseconds: Int64) {
        var timer = SessionTimer()
        let bytes = Array("4294967295;refresher=uac".utf8)
        timer.answered(
            SessionExpires(bytes.span, ByteRange(0..<bytes.count)), requestOf: .caller,
            at: Timestamp(nanoseconds: nanoseconds))
        let end = Int64(4_294_967_295) * 1_000_000_000
        #expect(timer.expiry == Timestamp(nanoseconds: nanoseconds == .min ? .min + end : .max))
    }
}
