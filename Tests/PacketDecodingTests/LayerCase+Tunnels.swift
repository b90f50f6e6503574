import TraceTypes
import _TestSupport

/// Frames with tags and tunnels.
extension LayerCase {
    static let tagged: [LayerCase] = [
        tunnel("backbone tag", Sample.ipv4.ethernet().prefixed([0, 0, 0, 9], etherType: 0x88e7).ethernet()),
        tunnel(
            "backbone tag behind a VLAN tag",
            Sample.ipv4.vlan(3).ethernet().prefixed([0, 0, 0, 9], etherType: 0x88e7).vlan(5, tag: 0x88a8).ethernet()),
        tunnel("VN-tag", Sample.ipv4.prefixed([0, 0, 0, 1, 8, 0], etherType: 0x8926).ethernet()),
        tunnel("HSR", Sample.ipv4.prefixed([0, 50, 0, 1, 8, 0], etherType: 0x892f).vlan(4).ethernet()),
        tunnel("E-tag", Sample.ipv4.prefixed([0, 0, 0, 1, 0, 0, 8, 0], etherType: 0x893f).ethernet()),
        tunnel("security group tag", Sample.ipv4.prefixed([1, 1, 0, 1, 0, 9, 8, 0], etherType: 0x8909).ethernet()),
        tunnel("MACsec", Sample.ipv4.prefixed([0, 0, 0, 0, 0, 1, 8, 0], etherType: 0x88e5).ethernet()),
        tunnel(
            "MACsec with channel",
            Sample.ipv4.prefixed([0x20] + [UInt8](repeating: 0, count: 13) + [8, 0], etherType: 0x88e5).ethernet()),
        tunnel("service header", Sample.ipv4.prefixed([0, 2, 2, 1, 0, 0, 1, 255], etherType: 0x894f).ethernet()),
        tunnel("LLC with IP", Sample.ipv4.prefixed([6, 6, 3], etherType: 90).ethernet()),
        tunnel("LLC in a VLAN", Sample.ipv4.snap().prefixed([], etherType: 90).vlan(3).ethernet()),
        tunnel("LLC of any length", Sample.ipv4.snap().prefixed([], etherType: 0x8870).ethernet()),
        tunnel(
            "pseudowire without control word", Sample.ipv4.ethernet().mpls([[0, 1, 0x01, 64]]).ethernet()),
    ]

    static let singleTunnels: [LayerCase] = TunnelKind.all.map { tunnel($0.name, $0.wrap(Sample.ipv4).ethernet()) }

    static let variants: [LayerCase] = [
        tunnel("VXLAN with IPv6", Sample.ipv6.ethernet().inUDP(4789, [8, 0, 0, 0, 0, 0, 7, 0]).ethernet(), isV6: true),
        tunnel("GTP with IPv6", Sample.ipv6.gtp(0x30).ethernet(), isV6: true),
        tunnel("GENEVE with IPv6", Sample.ipv6.inUDP(6081, [0, 0, 0x86, 0xdd, 0, 0, 7, 0]).ethernet(), isV6: true),
        tunnel("MPLS in UDP with IPv6", Sample.ipv6.inUDP(6635, [0, 1, 1, 64]).ethernet(), isV6: true),
        tunnel("Teredo", Sample.ipv6.inUDP(3544, []).ethernet(), isV6: true),
        tunnel(
            "UDP of length zero",
            PacketBuilder(Sample.udp.replacing(4, with: [0, 0]), protocolNumber: 17)
                .ipv4(from: Sample.alice, to: Sample.bob).ethernet()),
        tunnel(
            "UDP-Lite",
            PacketBuilder(Sample.udp.replacing(4, with: [0, 8]), protocolNumber: 136)
                .ipv4(from: Sample.alice, to: Sample.bob).ethernet()),
        tunnel("HEP 3", PacketBuilder(Sample.text).hep(HEPSample.chunks).inUDP(9060, []).ethernet()),
        tunnel("HEP 3 on any port", PacketBuilder(Sample.text).hep(HEPSample.chunks).inUDP(4789, []).ethernet()),
        tunnel("EEP 3", PacketBuilder(Sample.text).hep(HEPSample.chunks, magic: "EEP3").inUDP(9060, []).ethernet()),
        tunnel(
            "HEP 3 with IPv6", PacketBuilder(Sample.text).hep(HEPSample.chunks6).inUDP(9060, []).ethernet(), isV6: true),
        tunnel("HEP 1", PacketBuilder(Sample.text).oldHEP(1).inUDP(9060, []).ethernet()),
        tunnel(
            "HEP 1 with IPv6", PacketBuilder(Sample.text).oldHEP(1, family: 10).inUDP(9060, []).ethernet(), isV6: true),
        tunnel("HEP 2", PacketBuilder(Sample.text).oldHEP(2, time: HEPSample.littleTime).inUDP(9060, []).ethernet()),
    ]
}
