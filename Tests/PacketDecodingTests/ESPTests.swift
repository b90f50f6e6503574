import PacketDecoding
import Testing
import TraceTypes
import _TestSupport

@Suite("IPsec without encryption is opened, any other left alone (RFC 4303, RFC 2410)")
struct ESPTests {
    /// ESP around a packet of a protocol, in IPv4 from alice to bob.
    private static func secured(
        _ inner: [UInt8], _ number: UInt8, check: Int, padding: [UInt8]? = nil, trailing: UInt8? = nil
    ) -> PacketBuilder {
        let count = (4 - (inner.count + 2) % 4) % 4
        let pad = padding ?? (0..<count).map { UInt8($0 + 1) }
        let trailer = pad + [trailing ?? UInt8(pad.count), number]
        let value = (0..<check).map { UInt8(truncatingIfNeeded: 0xe1 &+ $0 * 41) }
        return PacketBuilder([0, 0, 16, 1, 0, 0, 0, 9] + inner + trailer + value, protocolNumber: 50)
            .ipv4(from: Sample.alice, to: Sample.bob)
    }

    @Test(arguments: [0, 12, 16, 24, 32])
    func plain(_ check: Int) {
        let segment = PacketBuilder(Sample.text).tcp(from: 5060, to: 5080, sequence: 1).bytes
        let cases: [(inner: [UInt8], number: UInt8, isTCP: Bool)] = [
            (Sample.udp.bytes, 17, false), (segment, 6, true), (Sample.ipv4.bytes, 4, false),
            (Sample.ipv6.bytes, 41, false),
        ]
        for (inner, number, isTCP) in cases {
            var bench = DecodingBench()
            let result = bench.decode(Self.secured(inner, number, check: check))
            #expect(result.payload == Sample.payload)
            #expect(result.name == (isTCP ? "stream" : "datagram"))
            #expect(result.header?.source.port == 5060)
            #expect(result.header?.source.address == (number == 41 ? Sample.alice6 : Sample.alice))
        }
    }

    static let opaque: [(name: String, packet: PacketBuilder)] = [
        ("a check value of no usual length", secured(Sample.udp.bytes, 17, check: 13)),
        ("another next header", secured(Sample.udp.bytes, 58, check: 12)),
        ("padding that does not count up", secured(Sample.udp.bytes, 17, check: 12, padding: [1, 3, 2])),
        ("padding that is longer than all", secured(Sample.udp.bytes, 17, check: 12, trailing: 200)),
        ("padding that aligns nothing", secured(Sample.udp.bytes, 17, check: 12, padding: [1, 2])),
        ("a UDP length one too short", secured(Sample.udp.replacing(5, with: [46]), 17, check: 12)),
        (
            "a TCP header longer than the rest",
            secured(PacketBuilder("ab").tcp(from: 1, to: 2, sequence: 3).replacing(12, with: [0xf0]), 6, check: 12)
        ),
        (
            "TCP with SYN and FIN",
            secured(PacketBuilder("ab").tcp(from: 1, to: 2, sequence: 3).replacing(13, with: [3]), 6, check: 12)
        ),
        ("an IPv4 length one too long", secured(Sample.ipv4.replacing(3, with: [68]), 4, check: 12)),
        (
            "nothing but a header",
            PacketBuilder([0, 0, 0, 1, 0, 0, 0, 1], protocolNumber: 50).ipv4(
                from: Sample.alice, to: Sample.bob)
        ),
    ]

    @Test(arguments: opaque)
    func notPlain(_ name: String, _ packet: PacketBuilder) {
        var bench = DecodingBench()
        #expect(bench.decode(packet).name == "other: esp")
    }

    @Test func whatASnapLengthCutIsNotOpened() {
        let packet = Self.secured(Sample.udp.bytes, 17, check: 0).bytes
        var bench = DecodingBench()
        #expect(bench.decode(packet, wireLength: packet.count + 12).name == "datagram")
        #expect(bench.decode(Array(packet.dropLast(2)), wireLength: packet.count).name == "other: esp")
    }

    @Test func noiseIsHardlyEverTakenForPlain() {
        var random = SeededGenerator(seed: 50)
        var bench = DecodingBench()
        var opened = 0
        for _ in 0..<20_000 {
            let noise = (0..<Int.random(in: 60...120, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            let packet = PacketBuilder(noise, protocolNumber: 50).ipv4(from: Sample.alice, to: Sample.bob)
            if bench.decode(packet).name != "other: esp" { opened += 1 }
        }
        #expect(opened <= 1)
    }
}
