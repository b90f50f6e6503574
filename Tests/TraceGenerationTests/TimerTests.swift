import Testing

@testable import TraceGeneration

@Suite("Retransmissions come when the timers of RFC 3261 say")
struct TimerTests {
    private static func times(kind: String, _ isWanted: (WrittenMessage) -> Bool) throws -> [Double] {
        let messages = try WrittenTrace(kinds: kind, messages: 1, ipv6Share: 0, tcpShare: 0).frames()
            .map(WrittenMessage.init).filter(isWanted)
        let start = try #require(messages.first).time
        return messages.map { (Double($0.time - start) / 1e5).rounded() / 10 }
    }

    @Test("17.1.1.2: Timer A doubles, and Timer B ends it after 32 s")
    func inviteWithoutResponse() throws {
        let times = try Self.times(kind: "no-response") { $0.startLine.hasPrefix("INVITE") }
        #expect(times == [0, 0.5, 1.5, 3.5, 7.5, 15.5, 31.5])
    }

    @Test("13.3.1.4: the 200 is repeated up to T2 apart, then BYE")
    func answerWithoutACK() throws {
        let times = try Self.times(kind: "missing-ack") { $0.status == 200 && $0.method == "INVITE" }
        #expect(times == [0, 0.5, 1.5, 3.5, 7.5, 11.5, 15.5, 19.5, 23.5, 27.5, 31.5])
        let end = try Self.times(kind: "missing-ack") {
            $0.status == 200 && $0.method == "INVITE" || $0.startLine.hasPrefix("BYE")
        }
        #expect(end.last == 32)
    }

    @Test(
        "What never happens is past its deadline before the trace ends",
        arguments: [
            ("no-response", "INVITE", 32.0), ("redirect-not-followed", "ACK", 32), ("transfer-no-notify", "REFER", 32),
            ("transfer-stuck", "NOTIFY", 60), ("wrong-password", "ACK", 32), ("redirect-loop", "ACK", 32),
        ])
    func deadlinesPass(kind: String, lastMethod: String, deadline: Double) throws {
        let messages = try WrittenTrace(kinds: kind, messages: 30).frames().map(WrittenMessage.init)
        let last = try #require(messages.last { $0.startLine.hasPrefix(lastMethod) })
        let end = try #require(messages.last)
        #expect(Double(end.time - last.time) / 1e6 > deadline)
    }
}
