import PacketDecoding
import Testing
import TraceTypes
import _TestSupport

@Suite("Homer encapsulation")
struct HEPTests {
    /// The example of the HEP 3 specification.
    private static let golden: [UInt8] =
        Array("HEP3".utf8) + [0x00, 0x71]
        + [0, 0, 0, 0x01, 0, 0x07, 0x02, 0, 0, 0, 0x02, 0, 0x07, 0x11]
        + [0, 0, 0, 0x03, 0, 0x0a, 0xd4, 0xca, 0x00, 0x01, 0, 0, 0, 0x04, 0, 0x0a, 0x52, 0x74, 0x00, 0xd3]
        + [0, 0, 0, 0x07, 0, 0x08, 0x2e, 0xea, 0, 0, 0, 0x08, 0, 0x08, 0x13, 0xc4]
        + [0, 0, 0, 0x09, 0, 0x0a, 0x4e, 0x49, 0x82, 0xcb, 0, 0, 0, 0x0a, 0, 0x0a, 0x00, 0x01, 0xd4, 0xc0]
        + [0, 0, 0, 0x0b, 0, 0x07, 0x01, 0, 0, 0, 0x0c, 0, 0x0a, 0, 0, 0, 0xe4]
        + [0, 0, 0, 0x0f, 0, 0x14] + Array("INVITE sip:bob".utf8)

    @Test func theExampleOfTheSpecification() throws {
        var bench = DecodingBench()
        let result = bench.decode(PacketBuilder(Self.golden).inUDP(9060, []), at: 1_313_440_460)
        #expect(result.name == "datagram")
        #expect(result.payload == Array("INVITE sip:bob".utf8))
        let header = try #require(result.header)
        #expect(header.source.description == "212.202.0.1:12010")
        #expect(header.destination.description == "82.116.0.211:5060")
        #expect(header.transport == .udp)
        #expect(header.time == Timestamp(seconds: 1_313_440_459, nanoseconds: 120_000_000))
        #expect(header.isTruncated == false)
    }

    @Test func chunksInAnyOrder() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<20 {
            var bench = DecodingBench()
            let chunks = HEPSample.chunks.shuffled(using: &random)
            let result = bench.decode(PacketBuilder(Sample.text).hep(chunks).inUDP(9060, []))
            #expect(result.payload == Sample.payload)
            #expect(result.header?.time == Timestamp(nanoseconds: 9_000_005_000))
        }
    }

    @Test func withoutTimeTheFramesOwnHolds() {
        var bench = DecodingBench()
        let result = bench.decode(PacketBuilder(Sample.text).hep(HEPSample.chunks6).inUDP(9060, []), at: 7)
        #expect(result.header?.time == Timestamp(nanoseconds: 7_000_000_000))
    }

    @Test("A time that no clock near the capture's can show is not the agent's", arguments: [600.0, 601, -582, -583])
    func timesFarOff(_ distance: Double) {
        var bench = DecodingBench()
        let packet = PacketBuilder(Sample.text).hep(HEPSample.chunks).inUDP(9060, [])
        let agent = Timestamp(nanoseconds: 9_000_005_000)
        let header = bench.decode(packet, at: 9 + distance).header
        let own = Timestamp(nanoseconds: Int64((9 + distance) * 1e9))
        #expect(header?.time == (abs(distance) < 600.5 ? agent : own))
    }

    @Test func theSecondVersionsTimeIsLittleEndian() {
        var bench = DecodingBench()
        let packet = PacketBuilder(Sample.text).oldHEP(2, time: HEPSample.littleTime).inUDP(9060, [])
        #expect(bench.decode(packet, at: 7).header?.time == Timestamp(nanoseconds: 9_000_005_000))
    }

    @Test(arguments: [(6, .tcp), (17, .udp), (22, .tls), (132, .sctp)] as [(UInt8, Transport)])
    func transports(_ number: UInt8, _ transport: Transport) {
        var bench = DecodingBench()
        let chunk: [UInt8] = [0, 0, 0, 2, 0, 7, number]
        let new = PacketBuilder(Sample.text).hep(HEPSample.chunks + [chunk]).inUDP(9060, [])
        let old = PacketBuilder(Sample.text).oldHEP(1, number: number).inUDP(9060, [])
        #expect(bench.decode(new).header?.transport == transport)
        #expect(bench.decode(old).header?.transport == transport)
    }

    /// Chunks beside those of SIP over UDP, and what becomes of the frame.
    static let others: [(name: String, chunks: [[UInt8]])] = [
        ("other: hep-without-sip", HEPSample.chunks + [[0, 0, 0, 11, 0, 7, 5]]),
        ("other: hep-without-sip", HEPSample.chunks + [[0, 0, 0, 11, 0, 7, 100]]),
        ("other: hep-without-sip", HEPSample.chunks.filter { $0 != HEPSample.sip }),
        ("other: hep-without-sip", HEPSample.chunks.filter { $0 != HEPSample.source }),
        ("other: hep-without-sip", HEPSample.chunks.filter { $0 != HEPSample.destination }),
        ("datagram", HEPSample.chunks + [[0, 2, 0, 11, 0, 7, 5]]),
        ("datagram", HEPSample.chunks + [[0, 0, 0, 11, 0, 8, 5, 5]]),
        ("datagram", HEPSample.chunks + [[0, 0, 0x77, 0x77, 0, 6]]),
    ]

    @Test(arguments: others)
    func otherChunks(_ expected: String, _ chunks: [[UInt8]]) {
        var bench = DecodingBench()
        let result = bench.decode(PacketBuilder(Sample.text).hep(chunks).inUDP(9060, []))
        #expect(result.name == expected)
        #expect(result.payload == (expected == "datagram" ? Sample.payload : nil))
    }

    @Test func aCompressedPayloadIsCounted() {
        var bytes = PacketBuilder(Sample.text).hep(HEPSample.chunks).bytes
        bytes[bytes.count - Sample.payload.count - 3] = 0x10
        var bench = DecodingBench()
        #expect(bench.decode(PacketBuilder(bytes).inUDP(9060, [])).name == "other: hep-without-sip")
    }

    /// Lengths that contradict each other, by offset in the example; the datagram is then an ordinary one.
    @Test(arguments: [(4, [0, 5]), (4, [0, 0x72]), (4, [0xff, 0xff]), (4, [0, 0x70]), (10, [0, 5]), (10, [0, 0])])
    func lyingLengths(_ offset: Int, _ new: [UInt8]) {
        let bytes = PacketBuilder(Self.golden).replacing(offset, with: new)
        var bench = DecodingBench()
        let result = bench.decode(PacketBuilder(bytes).inUDP(9060, []))
        #expect(result.name == "datagram")
        #expect(result.payload == bytes)
    }

    static let notOld: [(name: String, bytes: [UInt8])] = [
        ("version", PacketBuilder(Sample.text).oldHEP(3).bytes),
        ("length", PacketBuilder(Sample.text).oldHEP(1).replacing(1, with: [40])),
        ("family", PacketBuilder(Sample.text).oldHEP(1).replacing(2, with: [3])),
        ("protocol", PacketBuilder(Sample.text).oldHEP(1).replacing(3, with: [47])),
        ("no payload", PacketBuilder([]).oldHEP(1).bytes),
        ("time", PacketBuilder(Sample.text).oldHEP(2, time: [UInt8](repeating: 255, count: 12)).bytes),
    ]

    @Test(arguments: notOld)
    func whatOnlyResemblesAnOldHeader(_ name: String, _ bytes: [UInt8]) {
        var bench = DecodingBench()
        let result = bench.decode(PacketBuilder(bytes).inUDP(9060, []))
        #expect(result.payload == bytes)
    }

    @Test func aCutBeforeTheAddressesGivesNothing() {
        let chunks = [HEPSample.sip, [0, 0, 0, 15, 0, 8, 0x41, 0x42]]
        let packet = PacketBuilder(Sample.text).hep(chunks).inUDP(9060, []).bytes
        var bench = DecodingBench()
        let result = bench.decode(packet.dropLast(60), wireLength: packet.count)
        #expect(result.name == "undecoded: short-tunnel-header")
    }
}
