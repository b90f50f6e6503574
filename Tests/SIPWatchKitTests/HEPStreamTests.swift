import SIPReporting
import Testing
import TraceTypes
import _TestSupport

@testable import SIPWatchKit

@Suite("SIP that an agent sends over TCP in the Homer encapsulation takes place when and where the agent saw it")
struct HEPStreamTests {
    private static let agentTime = Timestamp(seconds: 1_699_999_995, nanoseconds: 5_000)

    private static func chunk(_ type: UInt8, _ value: [UInt8]) -> [UInt8] {
        [0, 0, 0, type] + Bytes.big(UInt16(value.count + 6)) + value
    }

    /// A frame with a message from alice to bob.
    private static func frame(_ text: String, protocolType: UInt8 = 1) -> [UInt8] {
        let (source, destination) = (SIPScenario.Party.alice.endpoint, SIPScenario.Party.bob.endpoint)
        let addresses = [
            chunk(1, [2]), chunk(2, [17]), chunk(3, Bytes.big(UInt32(source.address.low))),
            chunk(4, Bytes.big(UInt32(destination.address.low))), chunk(7, Bytes.big(source.port)),
            chunk(8, Bytes.big(destination.port)),
        ]
        let time = [chunk(9, Bytes.big(UInt32(1_699_999_995))), chunk(10, Bytes.big(UInt32(5)))]
        let rest = [chunk(11, [protocolType]), chunk(15, Array(text.utf8))]
        let chunks = (addresses + time + rest).flatMap { $0 }
        return Array("HEP3".utf8) + Bytes.big(UInt16(chunks.count + 6)) + chunks
    }

    private static func message(_ number: Int) -> String {
        WebSocketBytes.message(number).replacing("X-Padding: ", with: "Content-Length: 0")
    }

    private static func segments(_ bytes: [UInt8]) -> Segments {
        var segments = Segments(bytes: bytes)
        segments.source = Endpoint(address: IPAddress(v4: 0xCB00_7101), port: 50_000)
        segments.destination = Endpoint(address: IPAddress(v4: 0xCB00_7102), port: 9_060)
        return segments
    }

    @Test(arguments: [1, 7, 300, 1_400])
    func messages(_ size: Int) {
        let bytes = (1...3).flatMap { Self.frame(Self.message($0)) }
        let stream = Self.segments(bytes)
        let frames = [stream.synchronize] + stream.cut(every: size)
        let extraction = Extraction.of(frames)
        #expect(extraction.found.map(\.text) == (1...3).map(Self.message))
        for found in extraction.found {
            #expect(found.header.source == SIPScenario.Party.alice.endpoint)
            #expect(found.header.destination == SIPScenario.Party.bob.endpoint)
            #expect(found.header.transport == .udp)
            #expect(found.header.time == Self.agentTime)
        }
        #expect(extraction.account.otherFrames == ["tcp-without-data": 1])
        #expect(extraction.counted == frames.count)
        // Time does not pass the agent's clock by.
        #expect(extraction.times.last == Self.agentTime)
    }

    @Test func whatIsNoSIPIsOther() {
        let stream = Self.segments(Self.frame("{}", protocolType: 100))
        let extraction = Extraction.of([stream.synchronize] + stream.cut(every: 40))
        #expect(extraction.found.isEmpty)
        #expect(extraction.account.sipFrames == 0)
        #expect(extraction.counted == stream.cut(every: 40).count + 1)
        #expect(extraction.times.last == SIPScenario.time(0))
    }

    @Test func aLostSegmentCostsOneMessage() {
        let parts = (1...3).map { Self.frame(Self.message($0)) }
        let stream = Self.segments(parts.flatMap { $0 })
        let lost = (parts[0].count + 20)..<(parts[0].count + 60)
        let frames = [
            stream.synchronize, stream.segment(0..<lost.lowerBound),
            stream.segment(lost.upperBound..<stream.bytes.count),
        ]
        let extraction = Extraction.of(frames)
        #expect(extraction.found.map(\.text) == [1, 3].map(Self.message))
        #expect(extraction.account.reassembly["stream-gap"] == 1)
        #expect(extraction.account.skippedStreamBytes == parts[1].count - lost.count)
        #expect(extraction.counted == frames.count)
    }
}
