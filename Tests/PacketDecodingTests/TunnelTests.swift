import PacketDecoding
import Testing
import TraceTypes
import _TestSupport

@Suite("Tunnel headers that say something else are told apart")
struct TunnelTests {
    static let rejected: [(name: String, frame: [UInt8])] = [
        ("other: other-link-protocol", Sample.ipv4.pppoe(0xc021).ethernet().bytes),
        ("other: other-link-protocol", Sample.ipv4.pppoe(0x0021).ethernet().replacing(15, with: [0xa7])),
        ("undecoded: malformed-tunnel-header", Sample.ipv4.pppoe(0x0021).ethernet().replacing(14, with: [0x21])),
        ("undecoded: short-tunnel-header", Sample.ipv4.pppoe(0x0021).ethernet().replacing(18, with: [0, 1])),
        ("undecoded: short-tunnel-header", Array(Sample.ipv4.pppoe(0x0021).ethernet().bytes.prefix(19))),
        ("undecoded: short-tunnel-header", PacketBuilder([]).mpls([[0, 1, 0, 64]]).ethernet().bytes),
        ("undecoded: short-tunnel-header", PacketBuilder([]).mpls([[0, 1, 1, 64]]).ethernet().bytes),
        ("other: other-link-protocol", PacketBuilder([0x50]).mpls([[0, 1, 1, 64]]).ethernet().bytes),
        ("undecoded: malformed-tunnel-header", Sample.ipv4.gre([0x40, 0, 8, 0, 0, 0, 0, 0]).bytes),
        ("undecoded: malformed-tunnel-header", Sample.ipv4.gre([0, 2, 8, 0]).bytes),
        ("undecoded: short-tunnel-header", PacketBuilder([]).gre([0x20, 0, 8, 0]).bytes),
        ("other: other-ip-protocol", PacketBuilder([]).gre([0x20, 0x81, 0x88, 0x0b, 0, 0, 0, 1, 0, 0, 0, 1]).bytes),
        ("other: other-link-protocol", Sample.ipv4.gre([0, 0, 0x12, 0x34]).bytes),
    ]

    @Test(arguments: rejected)
    func rejection(_ expected: String, _ frame: [UInt8]) {
        var bench = DecodingBench()
        #expect(bench.decode(frame, linkType: .ethernet).name == expected)
    }

    @Test func labelsWithoutEndReachTheLimit() {
        let labels = [[UInt8]](repeating: [0, 1, 0, 64], count: 40)
        var bench = DecodingBench()
        let result = bench.decode(Sample.ipv4.mpls(labels).ethernet(), linkType: .ethernet)
        #expect(result.name == "undecoded: nested-too-deep")
    }

    @Test func fragmentsInsideATunnel() {
        let fragments = Sample.udp.ipv4Fragments(from: Sample.alice, to: Sample.bob, size: 24)
        var bench = DecodingBench()
        let results = fragments.map { bench.decode($0.gre([0, 0, 8, 0]), linkType: .ethernet) }
        #expect(results.map(\.name) == ["held: fragment", "reassembled datagram"])
        #expect(results.last?.payload == Sample.payload)
    }

    @Test func aTunnelInFragments() {
        let inner = Sample.ipv4.ipv4Fragments(from: Sample.gate, to: Sample.bob, size: 32)
        var bench = DecodingBench()
        let results = inner.map { bench.decode($0) }
        #expect(results.last?.name == "reassembled datagram")
        #expect(results.last?.payload == Sample.payload)
        #expect(results.last?.header?.source.address == Sample.alice)
    }
}
