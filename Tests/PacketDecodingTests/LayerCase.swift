import Testing
import TraceTypes
import _TestSupport

/// A frame that carries ``Sample/payload``.
struct LayerCase: CustomTestStringConvertible, Sendable {
    var name: String
    var linkType: LinkType
    var frame: [UInt8]
    var isV6 = false
    var isTCP = false

    var testDescription: String { name }

    /// One frame for each way a payload can be wrapped.
    static let all: [LayerCase] =
        links + networks + transports + tunnels + serialLines + wireless + captureHeaders + tagged + singleTunnels
        + variants

    private static let links: [LayerCase] =
        [
            LayerCase(name: "Ethernet", linkType: .ethernet, frame: Sample.ipv4.ethernet().bytes),
            LayerCase(
                name: "Ethernet with padding", linkType: .ethernet, frame: Sample.ipv4.ethernet().bytes + [0, 0, 0, 0]),
            LayerCase(name: "VLAN", linkType: .ethernet, frame: Sample.ipv4.vlan(7).ethernet().bytes),
            LayerCase(
                name: "QinQ", linkType: .ethernet, frame: Sample.ipv4.vlan(7).vlan(8, tag: 0x88a8).ethernet().bytes),
            LayerCase(
                name: "three tags", linkType: .ethernet,
                frame: Sample.ipv6.vlan(1).vlan(2).vlan(3, tag: 0x9100).ethernet().bytes, isV6: true),
            LayerCase(
                name: "LLC and SNAP", linkType: .ethernet,
                frame: Sample.ipv4.prefixed([0xaa, 0xaa, 3, 0, 0, 0, 8, 0], etherType: 90).ethernet().bytes),
            LayerCase(name: "Linux cooked", linkType: .linuxCooked, frame: Sample.ipv4.linuxCooked().bytes),
            LayerCase(
                name: "Linux cooked, VLAN", linkType: .linuxCooked, frame: Sample.ipv4.vlan(7).linuxCooked().bytes),
            LayerCase(name: "Linux cooked 2", linkType: .linuxCooked2, frame: Sample.ipv4.linuxCooked2().bytes),
            LayerCase(
                name: "null, little-endian", linkType: .null,
                frame: Sample.ipv4.loopback(family: 2, bigEndian: false).bytes),
            LayerCase(
                name: "null, big-endian", linkType: .null, frame: Sample.ipv4.loopback(family: 2, bigEndian: true).bytes
            ),
            LayerCase(name: "loop", linkType: .loop, frame: Sample.ipv4.loopback(family: 2, bigEndian: true).bytes),
            LayerCase(name: "raw IPv4", linkType: .raw, frame: Sample.ipv4.bytes),
            LayerCase(name: "raw IPv6", linkType: .raw, frame: Sample.ipv6.bytes, isV6: true),
            LayerCase(name: "IPv4 only", linkType: .ipv4, frame: Sample.ipv4.bytes),
            LayerCase(name: "IPv6 only", linkType: .ipv6, frame: Sample.ipv6.bytes, isV6: true),
        ]
        + [10, 24, 28, 30].flatMap { family in
            [true, false].map { bigEndian in
                LayerCase(
                    name: "null, IPv6 as \(family), big-endian \(bigEndian)", linkType: .null,
                    frame: Sample.ipv6.loopback(family: family, bigEndian: bigEndian).bytes, isV6: true)
            }
        }

    private static let networks: [LayerCase] = [
        LayerCase(
            name: "IPv4 options", linkType: .raw,
            frame: Sample.udp.ipv4(from: Sample.alice, to: Sample.bob, options: [1, 1, 1, 0]).bytes),
        LayerCase(name: "IPv4 of length zero", linkType: .raw, frame: Sample.ipv4.replacing(2, with: [0, 0])),
        LayerCase(
            name: "IPv6 of length zero", linkType: .raw, frame: Sample.ipv6.replacing(4, with: [0, 0]), isV6: true),
        LayerCase(
            name: "IPv6 extension headers", linkType: .raw,
            frame: Sample.udp.ipv6Extension(60, units: 2).ipv6Extension(43).ipv6Extension(0)
                .ipv6(from: Sample.alice6, to: Sample.bob6).bytes, isV6: true),
        LayerCase(
            name: "IPv6 fragment that is whole", linkType: .raw,
            frame: Sample.udp.ipv6Fragments(from: Sample.alice6, to: Sample.bob6, size: 1024)[0].bytes, isV6: true),
        LayerCase(
            name: "authentication header", linkType: .raw,
            frame: Sample.udp.prefixed([17, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1], protocolNumber: 51)
                .ipv4(from: Sample.alice, to: Sample.bob).bytes),
    ]

    private static let transports: [LayerCase] = [
        LayerCase(
            name: "UDP length below IP length", linkType: .raw,
            frame: Sample.udp.appending([0, 0]).ipv4(from: Sample.alice, to: Sample.bob).bytes),
        LayerCase(
            name: "TCP", linkType: .raw,
            frame: PacketBuilder(Sample.text).tcp(from: 5060, to: 5080, sequence: 1)
                .ipv4(from: Sample.alice, to: Sample.bob).bytes, isTCP: true),
        LayerCase(
            name: "TCP options", linkType: .raw,
            frame: PacketBuilder(Sample.text).tcp(from: 5060, to: 5080, sequence: 1, options: [1, 1, 1, 1])
                .ipv6(from: Sample.alice6, to: Sample.bob6).bytes, isV6: true, isTCP: true),
    ]

    private static let tunnels: [LayerCase] = [
        tunnel("PPPoE", Sample.ipv4.pppoe(0x0021).ethernet()),
        tunnel("PPPoE with IPv6", Sample.ipv6.pppoe(0x0057).ethernet(), isV6: true),
        tunnel("PPPoE with padding", PacketBuilder(Sample.ipv4.pppoe(0x0021).ethernet().bytes + [0, 0, 0])),
        tunnel("PPPoE in a VLAN", Sample.ipv4.pppoe(0x0021).vlan(7).ethernet()),
        tunnel("MPLS", Sample.ipv4.mpls([[0, 1, 0x01, 64]]).ethernet()),
        tunnel("MPLS with two labels", Sample.ipv6.mpls([[0, 1, 0, 64], [0, 2, 0x01, 64]]).ethernet(), isV6: true),
        tunnel(
            "Ethernet pseudowire",
            Sample.ipv4.ethernet().prefixed([0, 0, 0, 1]).mpls([[0, 1, 0x01, 64]]).ethernet()),
        tunnel("IPv4 in IPv4", Sample.ipv4.ipv4(from: Sample.gate, to: Sample.gate).ethernet()),
        tunnel("IPv6 in IPv4", Sample.ipv6.ipv4(from: Sample.gate, to: Sample.gate).ethernet(), isV6: true),
        tunnel("IPv4 in IPv6", Sample.ipv4.ipv6(from: Sample.bob6, to: Sample.alice6).ethernet()),
        tunnel("GRE", Sample.ipv4.gre([0, 0, 8, 0])),
        tunnel("GRE with checksum", Sample.ipv4.gre([0x80, 0, 8, 0, 1, 2, 0, 0])),
        tunnel(
            "GRE with key and sequence number", Sample.ipv6.gre([0x30, 0, 0x86, 0xdd] + Bytes.big(7 as UInt64)),
            isV6: true),
        tunnel("GRE with Ethernet", Sample.ipv4.vlan(3).ethernet().gre([0x20, 0, 0x65, 0x58, 0, 0, 0, 1])),
        tunnel("PPTP", Sample.ipv4.prefixed([0x21]).gre([0x30, 0x81, 0x88, 0x0b] + [UInt8](repeating: 1, count: 12))),
        tunnel(
            "PPTP with address and control",
            Sample.ipv4.prefixed([0xff, 0x03, 0, 0x21]).gre([0x20, 0x01, 0x88, 0x0b, 0, 1, 0, 1])),
        tunnel("MPLS in GRE", Sample.ipv4.mpls([[0, 1, 0x01, 64]]).gre([0, 0, 0x88, 0x47])),
    ]

    static func tunnel(_ name: String, _ packet: PacketBuilder, isV6: Bool = false) -> LayerCase {
        LayerCase(name: name, linkType: .ethernet, frame: packet.bytes, isV6: isV6)
    }
}
