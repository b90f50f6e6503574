import Testing

@testable import TraceGeneration

@Suite("Every kind of exchange makes a sound capture file")
struct FrameTests {
    /// RFC 3261 section 18.1.1: what is longer has no place in a datagram.
    private static let longestDatagram = 1300

    @Test(arguments: ExchangeKind.all.map(\.name))
    func lengthsChecksumsAndTimes(kind: String) throws {
        let trace = try WrittenTrace(kinds: kind, messages: 100)
        let frames = try trace.frames()
        #expect(frames.count == trace.truth.messages.total)
        #expect(frames.count >= 100)
        for (frame, next) in zip(frames, frames.dropFirst()) { #expect(frame.time < next.time) }
        for frame in frames {
            #expect(frame.source != frame.destination)
            #expect(frame.payload.count <= Self.longestDatagram)
            #expect(frame.isTCP || (frame.sourcePort == 5060 && frame.destinationPort == 5060))
            let message = try WrittenMessage(frame)
            #expect(message["Content-Length"] == "\(message.body.utf8.count)")
            #expect((message["Content-Type"] != nil) == !message.body.isEmpty)
        }
    }

    @Test func sequenceNumbersFollowTheBytes() throws {
        struct Flow: Hashable {
            let source: [UInt8]
            let destination: [UInt8]
            let ports: [UInt64]
        }
        var next: [Flow: UInt32] = [:]
        var continued = 0
        for frame in try WrittenTrace(messages: 3000, tcpShare: 1).frames() where frame.isTCP {
            let ports = [frame.sourcePort, frame.destinationPort]
            #expect(ports.filter { $0 == 5060 }.count == 1)
            let flow = Flow(source: frame.source, destination: frame.destination, ports: ports)
            let reverse = Flow(source: frame.destination, destination: frame.source, ports: ports.reversed())
            if let expected = next[flow] {
                #expect(frame.sequence == expected)
                continued += 1
            }
            if let expected = next[reverse] { #expect(frame.acknowledgment == expected) }
            next[flow] = frame.sequence &+ UInt32(frame.payload.count)
        }
        #expect(continued > 1000)
    }

    @Test(arguments: [0, 9])
    func mediaFollowsEachMessage(count: Int) throws {
        var options = GeneratorOptions()
        options.messages = 100
        options.mediaPerMessage = UInt64(count)
        let trace = WrittenTrace(options)
        let frames = try trace.frames()
        let media = frames.filter { $0.destinationPort == 40_000 }
        #expect(media.count == trace.truth.messages.total * count)
        #expect(frames.count == trace.truth.messages.total * (count + 1))
        #expect(media.allSatisfy { !$0.isTCP && $0.payload.count == 172 && $0.payload.starts(with: [0x80, 0]) })
        for (frame, next) in zip(frames, frames.dropFirst()) { #expect(frame.time < next.time) }
    }

    @Test(arguments: [0.0, 1.0])
    func sharesAreKept(share: Double) throws {
        let frames = try WrittenTrace(kinds: "answered", ipv6Share: share, tcpShare: share).frames()
        #expect(frames.allSatisfy { ($0.source.count == 16) == (share == 1) && $0.isTCP == (share == 1) })
    }

    @Test func checksumOfAnOddLength() {
        var checksum = InternetChecksum()
        checksum.add([0x00, 0x01, 0xF2, 0x03, 0xF4, 0xF5, 0xF6, 0xF7], in: 0..<8)
        #expect(checksum.value == ~0xDDF2)
        checksum.add([0x01, 0x02, 0xFF], in: 2..<3)
        #expect(checksum.value == ~0xDCF3)
    }
}
