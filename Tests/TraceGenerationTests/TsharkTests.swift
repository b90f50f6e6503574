import Testing

@testable import TraceGeneration

@Suite("tshark reads every message", .enabled(if: Tshark.path != nil, "tshark is not installed"))
struct TsharkTests {
    private static let checks = ["ip.check_checksum:TRUE", "udp.check_checksum:TRUE", "tcp.check_checksum:TRUE"]

    @Test func countsAreThoseOfTheTruth() throws {
        let trace = try WrittenTrace(messages: 5000)
        let lines = try Tshark.lines(trace.bytes, fields: ["frame.protocols", "sip.Method", "sip.Status-Code"])
        #expect(lines.count == trace.truth.messages.total)
        #expect(lines.allSatisfy { $0[0].split(separator: ":").contains("sip") })
        let methods = Dictionary(lines.map { ($0[1], 1) }.filter { !$0.0.isEmpty }, uniquingKeysWith: +)
        let statuses = Dictionary(lines.map { ($0[2], 1) }.filter { !$0.0.isEmpty }, uniquingKeysWith: +)
        #expect(methods == trace.truth.messages.requests)
        #expect(statuses == trace.truth.messages.responses)
    }

    @Test func nothingIsMalformed() throws {
        let fields = [
            "_ws.malformed", "ip.checksum.status", "udp.checksum.status", "tcp.checksum.status", "_ws.expert.message",
        ]
        let trace = try WrittenTrace(messages: 5000)
        let lines = try Tshark.lines(trace.bytes, fields: fields, options: Self.checks)
        #expect(lines.count == trace.truth.messages.total)
        for line in lines {
            #expect(line[0].isEmpty && line[4].isEmpty)
            #expect(line[1...3].allSatisfy { $0.isEmpty || $0 == "1" || $0 == "Good" })
        }
    }

    @Test func aBrokenChecksumWouldBeSeen() throws {
        var bytes = try WrittenTrace(kinds: "busy", messages: 4, ipv6Share: 0, tcpShare: 0).bytes
        bytes[bytes.count - 1] ^= 1
        let lines = try Tshark.lines(bytes, fields: ["udp.checksum.status"], options: Self.checks)
        #expect(lines.last.map { $0 == ["0"] || $0 == ["Bad"] } == true)
    }
}
