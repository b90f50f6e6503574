import PacketDecoding
import Testing
import TraceTypes
import _TestSupport

@Suite("Each layer is taken off and the payload comes out")
struct LayerTests {
    @Test(arguments: LayerCase.all)
    func payload(_ layers: LayerCase) throws {
        var bench = DecodingBench()
        let result = bench.decode(layers.frame, linkType: layers.linkType)
        #expect(result.payload == Sample.payload)
        #expect(result.name == (layers.isTCP ? "stream" : "datagram"))
        let header = try #require(result.header)
        let source = layers.isV6 ? Sample.alice6 : Sample.alice
        let destination = layers.isV6 ? Sample.bob6 : Sample.bob
        #expect(header.source == Endpoint(address: source, port: 5060))
        #expect(header.destination == Endpoint(address: destination, port: 5080))
        #expect(header.transport == (layers.isTCP ? .tcp : .udp))
        #expect(header.isTruncated == false)
        #expect(header.frame == FrameNumber(rawValue: 1))
    }

    @Test(arguments: LinkType.decodable)
    func everyDecodableLinkTypeHasALayer(_ linkType: LinkType) {
        var bench = DecodingBench()
        #expect(bench.decode([], linkType: linkType).name != "undecoded: unsupported-link-type")
    }

    @Test func anotherLinkTypeHasNone() {
        var bench = DecodingBench()
        #expect(bench.decode([], linkType: LinkType(rawValue: 147)).name == "undecoded: unsupported-link-type")
    }

    static let rejected: [(name: String, frame: [UInt8])] = [
        ("undecoded: malformed-ip-header", Sample.ipv4.replacing(0, with: [0x44])),
        ("undecoded: malformed-ip-header", Sample.ipv4.replacing(0, with: [0x55])),
        ("undecoded: malformed-ip-header", Sample.ipv4.replacing(2, with: [0, 19])),
        ("undecoded: short-ip-header", Sample.ipv4.replacing(0, with: [0x4f]).dropLast(20)),
        ("undecoded: short-ip-header", Array(Sample.ipv4.bytes.prefix(19))),
        ("undecoded: short-ip-header", Array(Sample.ipv6.bytes.prefix(39))),
        (
            "undecoded: short-ip-header",
            PacketBuilder([17, 200, 0, 0, 0, 0, 0, 0], protocolNumber: 60)
                .ipv6(from: Sample.alice6, to: Sample.bob6).bytes
        ),
        ("undecoded: short-transport-header", Sample.ipv4.replacing(2, with: [0, 27])),
        ("undecoded: malformed-transport-header", Sample.ipv4.replacing(24, with: [0, 7])),
        ("undecoded: malformed-transport-header", Sample.segment("x", 1).replacing(32, with: [0x40])),
        ("undecoded: malformed-transport-header", Sample.segment("x", 1).replacing(32, with: [0xf0])),
        ("other: empty-datagram", PacketBuilder("").udp(from: 1, to: 2).ipv4(from: Sample.alice, to: Sample.bob).bytes),
        ("other: tcp-without-data", Sample.segment("", 1).bytes),
        ("other: icmp", Sample.ipv4.replacing(9, with: [1])),
        ("undecoded: malformed-transport-header", Sample.ipv4.replacing(9, with: [132])),
        ("other: other-ip-protocol", Sample.ipv4.replacing(9, with: [253])),
        ("other: icmpv6", Sample.ipv6.replacing(6, with: [58])),
    ]

    @Test(arguments: rejected)
    func rejection(_ expected: String, _ frame: [UInt8]) {
        var bench = DecodingBench()
        #expect(bench.decode(frame).name == expected)
    }

    @Test(arguments: [
        ("other: arp", Sample.ipv4.ethernet().replacing(12, with: [8, 6])),
        ("other: lldp", Sample.ipv4.ethernet().replacing(12, with: [0x88, 0xcc])),
        ("other: other-link-protocol", Sample.ipv4.ethernet().replacing(12, with: [0x12, 0x34])),
        ("other: llc", Sample.ipv4.ethernet().replacing(12, with: [0, 38, 0x42, 0x42, 3])),
        ("undecoded: short-link-header", [UInt8](repeating: 0, count: 13)),
        ("undecoded: short-link-header", Array(Sample.ipv4.vlan(1).ethernet().bytes.prefix(17))),
    ])
    func ethernetRejection(_ expected: String, _ frame: [UInt8]) {
        var bench = DecodingBench()
        #expect(bench.decode(frame, linkType: .ethernet).name == expected)
    }

    @Test func nestingHasALimit() {
        var tagged = Sample.ipv4
        for tag in 0..<30 { tagged = tagged.vlan(UInt16(tag)) }
        var bench = DecodingBench()
        #expect(bench.decode(tagged.ethernet(), linkType: .ethernet).payload == Sample.payload)
        tagged = tagged.vlan(30)
        #expect(bench.decode(tagged.ethernet(), linkType: .ethernet).name == "undecoded: nested-too-deep")
    }
}
