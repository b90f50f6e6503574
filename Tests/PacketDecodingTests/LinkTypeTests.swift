import PacketDecoding
import Testing
import TraceTypes
import _TestSupport

@Suite("Link layers that say something else are told apart")
struct LinkTypeTests {
    static let rejected: [(name: String, type: LinkType, packet: PacketBuilder)] = [
        ("other: encrypted-wifi", .wifi, Sample.ipv4.snap().wifi(flags: 0x41)),
        ("other: wifi-management", .wifi, PacketBuilder([]).wifi(0x80)),
        ("other: wifi-management", .wifi, PacketBuilder([0xd4, 0, 0, 0])),
        ("other: wifi-management", .wifi, PacketBuilder([]).wifi(0x48)),
        ("other: wifi-management", .wifi, PacketBuilder([]).wifi(0xc8)),
        ("other: wifi-aggregate", .wifi, Sample.ipv4.snap().wifi(0x88, quality: 0x80)),
        ("other: wifi-fragment", .wifi, Sample.ipv4.snap().wifi(fragment: 1)),
        ("other: llc", .wifi, PacketBuilder([0x42, 0x42, 3]).wifi()),
        ("other: llc", .wifi, Sample.ipv4.snap(organization: [0, 0, 0x0c]).wifi()),
        ("other: llc", .wifi, PacketBuilder([0xaa, 0xaa, 3]).wifi()),
        ("undecoded: malformed-link-header", .wifi, Sample.ipv4.snap().wifi(0x09)),
        ("undecoded: short-link-header", .wifi, PacketBuilder([0x08])),
        ("undecoded: malformed-link-header", .radiotap, PacketBuilder([0, 0, 7, 0, 0, 0, 0, 0])),
        ("undecoded: malformed-link-header", .radiotap, PacketBuilder([1, 0, 8, 0, 0, 0, 0, 0])),
        ("undecoded: short-link-header", .radiotap, PacketBuilder([0, 0, 255, 255, 0, 0, 0, 0])),
        // Words that say that more words follow, to the end and beyond.
        ("undecoded: short-link-header", .radiotap, PacketBuilder([]).radiotap(present: [0xffff_ffff, 0xffff_ffff])),
        ("undecoded: malformed-link-header", .avs, PacketBuilder([]).avs().swapping(4, [0, 0, 0, 7])),
        ("undecoded: short-link-header", .avs, PacketBuilder([]).avs().swapping(4, [255, 255, 255, 255])),
        ("undecoded: short-link-header", .prism, PacketBuilder([0x44, 0, 0, 0])),
        ("undecoded: malformed-link-header", .ppi, PacketBuilder([0, 0, 7, 0, 1, 0, 0, 0])),
        ("undecoded: unsupported-link-type", .ppi, Sample.ipv4.ppi(147)),
        ("undecoded: unsupported-link-type", .pktap, Sample.ipv4.pktap(0xffff_ffff)),
        ("undecoded: malformed-link-header", .pktap, PacketBuilder([]).pktap(1, length: 11)),
        ("undecoded: short-link-header", .pktap, PacketBuilder([]).pktap(1).swapping(0, [255, 255, 255, 255])),
        ("other: other-link-protocol", .pktap, PacketBuilder([]).pktap(1, record: 0)),
        ("undecoded: nested-too-deep", .pktap, nested { $0.pktap(258) }),
        ("undecoded: nested-too-deep", .ppi, nested { $0.ppi(192) }),
        ("other: other-link-protocol", .nflog, Sample.ipv4.nflog(family: 3)),
        ("undecoded: malformed-link-header", .nflog, PacketBuilder([2, 1, 0, 0])),
        ("undecoded: malformed-link-header", .nflog, PacketBuilder([2, 0, 0, 0, 3, 0, 9, 0])),
        ("undecoded: malformed-link-header", .nflog, PacketBuilder([2, 0, 0, 0, 255, 255, 1, 0])),
        ("other: other-link-protocol", .nflog, PacketBuilder([2, 0, 0, 0, 8, 0, 1, 0, 8, 0, 1, 0])),
        ("undecoded: malformed-link-header", .pflog, PacketBuilder([UInt8](repeating: 0, count: 64))),
        ("undecoded: short-link-header", .pflog, PacketBuilder([255, 2])),
        ("other: other-link-protocol", .enc, Sample.ipv4.prefixed([3, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0])),
        ("other: other-link-protocol", .ipnet, PacketBuilder([1, 9] + [UInt8](repeating: 0, count: 22))),
        ("other: other-link-protocol", .sunATM, PacketBuilder([5, 0, 0, 5])),
        ("undecoded: malformed-link-header", .juniperEthernet, Sample.ipv4.ethernet()),
        ("undecoded: short-link-header", .juniperEthernet, PacketBuilder([0x4d, 0x47, 0x43, 0x80, 255, 255])),
        ("undecoded: malformed-ip-header", .juniperEthernet, PacketBuilder([0, 0, 0, 1, 0]).juniper(flags: 2)),
        ("other: netlink", .linuxCooked, Sample.ipv4.linuxCooked(device: 824, type: 0)),
        ("other: netlink", .linuxCooked2, Sample.ipv4.linuxCooked2(device: 824, type: 0x0800)),
        ("other: llc", .linuxCooked, Sample.ipv4.linuxCooked(device: 1, type: 1)),
        ("other: exported-pdu", .exportedPDU, PacketBuilder(Sample.text).exported("rtp")),
        ("other: exported-pdu", .exportedPDU, PacketBuilder(Sample.text).exported("sipfrag")),
        ("other: exported-pdu", .exportedPDU, PacketBuilder([0, 0, 0, 0])),
        ("undecoded: malformed-link-header", .exportedPDU, PacketBuilder([0, 12, 255, 255])),
        ("undecoded: short-link-header", .exportedPDU, PacketBuilder([0, 12, 0, 0])),
        ("other: other-link-protocol", .erf, Sample.ipv4.erf(1)),
        ("undecoded: short-link-header", .erf, PacketBuilder([UInt8](repeating: 0x82, count: 24))),
        ("undecoded: malformed-link-header", .frameRelay, Sample.ipv4.prefixed([0x19, 0x41, 3, 0xcc])),
        ("undecoded: malformed-link-header", .frameRelay, Sample.ipv4.prefixed([0, 0, 0, 0, 0, 0, 0])),
        ("other: other-link-protocol", .frameRelay, Sample.ipv4.prefixed([0x18, 0x41, 3, 0x81])),
        ("other: other-link-protocol", .frameRelay, Sample.ipv4.prefixed([0x18, 0x41, 3, 0, 0x81])),
        ("other: other-link-protocol", .ciscoHDLC, Sample.ipv4.prefixed([0x0f, 0, 0x80, 0x35])),
        ("other: other-link-protocol", .ppp, Sample.ipv4.prefixed([0xff, 3, 0xc0, 0x21])),
        ("other: other-link-protocol", .ppp, Sample.ipv4.prefixed([0x00, 0x31, 0, 2])),
        ("other: other-link-protocol", .ppp, Sample.ipv4.prefixed([0x00, 0x3d, 0x80, 0, 0, 1])),
        ("undecoded: short-tunnel-header", .ppp, PacketBuilder([0xff, 3])),
        ("other: encrypted-ethernet", .ethernet, PacketBuilder([0x0c, 0]).prefixed([], etherType: 0x88e5).ethernet()),
        ("undecoded: malformed-tunnel-header", .ethernet, Sample.ipv4.ethernet().inIP(97, [0x40, 0]).ethernet()),
        ("undecoded: malformed-tunnel-header", .ethernet, Sample.ipv4.prefixed([64]).serviceHeader().ethernet()),
        ("undecoded: malformed-tunnel-header", .ethernet, Sample.ipv4.prefixed([0, 1]).serviceHeader().ethernet()),
        (
            "undecoded: malformed-tunnel-header", .ethernet,
            Sample.ipv4.gre([0x10, 0, 0x88, 0xbe, 0, 0, 0, 1, 0x20, 0, 0, 0, 0, 0, 0, 0])
        ),
        (
            "undecoded: malformed-tunnel-header", .ethernet,
            Sample.ipv4.gre([0x10, 0, 0x22, 0xeb, 0, 0, 0, 1, 0x10, 0, 0, 0, 0, 0, 0, 0])
        ),
    ]

    private static func nested(_ wrap: (PacketBuilder) -> PacketBuilder) -> PacketBuilder {
        (0..<40).reduce(Sample.ipv4) { packet, _ in wrap(packet) }
    }

    @Test(arguments: rejected)
    func rejection(_ expected: String, _ type: LinkType, _ packet: PacketBuilder) {
        var bench = DecodingBench()
        #expect(bench.decode(packet, linkType: type).name == expected)
    }

    @Test func theNumbersAreDistinctAndAllHaveCases() {
        #expect(Set(LinkType.decodable).count == LinkType.decodable.count)
        let tested = Set(LayerCase.all.map(\.linkType))
        #expect(Set(LinkType.decodable).subtracting(tested).isEmpty)
    }

    @Test func noOtherNumberHasALayer() {
        var bench = DecodingBench()
        for number in (0...400).map({ LinkType(rawValue: $0) }) where !LinkType.decodable.contains(number) {
            #expect(bench.decode([], linkType: number).name == "undecoded: unsupported-link-type")
        }
    }
}
