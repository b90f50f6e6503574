import Testing
import _TestSupport

/// A way to carry an IPv4 packet in another.
struct TunnelKind: CustomTestStringConvertible, Sendable {
    var name: String
    /// Wraps a packet so that the outermost header is IPv4 again.
    var wrap: @Sendable (PacketBuilder) -> PacketBuilder

    init(_ name: String, _ wrap: @escaping @Sendable (PacketBuilder) -> PacketBuilder) {
        self.name = name
        self.wrap = wrap
    }

    var testDescription: String { name }

    static let all = inUDP + inIP + inGRE

    private static let inUDP = [
        TunnelKind("VXLAN") { $0.ethernet().inUDP(4789, [8, 0, 0, 0, 0, 0, 7, 0]) },
        TunnelKind("VXLAN, Linux") { $0.ethernet().inUDP(8472, [8, 0, 0, 0, 0, 0, 7, 0]) },
        TunnelKind("VXLAN with policy") { $0.vlan(3).ethernet().inUDP(4789, [0x88, 0, 0, 4, 0, 0, 7, 0]) },
        TunnelKind("VXLAN-GPE, IPv4") { $0.inUDP(4790, [0x0c, 0, 0, 1, 0, 0, 7, 0]) },
        TunnelKind("VXLAN-GPE, no protocol") { $0.ethernet().inUDP(4790, [8, 0, 0, 0, 0, 0, 7, 0]) },
        TunnelKind("VXLAN-GPE, NSH") {
            $0.ethernet().prefixed([0, 0x02, 2, 3, 0, 0, 1, 255]).inUDP(4790, [0x0c, 0, 0, 4, 0, 0, 7, 0])
        },
        TunnelKind("VXLAN-GPE, MPLS") { $0.inUDP(4790, [0x0c, 0, 0, 5, 0, 0, 7, 0, 0, 1, 1, 64]) },
        TunnelKind("GENEVE, Ethernet") { $0.ethernet().inUDP(6081, [0, 0, 0x65, 0x58, 0, 0, 7, 0]) },
        TunnelKind("GENEVE, options") {
            $0.inUDP(6081, [2, 0x40, 0x08, 0x00, 0, 0, 7, 0, 1, 2, 3, 1, 0, 0, 0, 0])
        },
        TunnelKind("GTP") { $0.gtp(0x30) },
        TunnelKind("GTP with sequence") { $0.gtp(0x32, [0, 1, 0, 0]) },
        TunnelKind("GTP with extensions") { $0.gtp(0x34, [0, 0, 0, 0x85, 1, 0, 1, 0xc0, 2, 0, 0, 0, 0, 0, 0, 0]) },
        TunnelKind("GTP with Ethernet") { $0.ethernet().gtp(0x30) },
        TunnelKind("L2TP") { $0.inUDP(1701, [0, 2, 0, 1, 0, 1, 0xff, 3, 0, 0x21]) },
        TunnelKind("L2TP with all fields") {
            let length = Bytes.big(UInt16($0.bytes.count + 18))
            return $0.inUDP(1701, [0x4a, 2] + length + [0, 1, 0, 1, 0, 1, 0, 2, 0, 2, 9, 9] + [0, 0x21])
        },
        TunnelKind("L2TP, answered") { $0.prefixed([0, 2, 0, 1, 0, 1, 0x21]).udp(from: 1701, to: 40_000).gated() },
        TunnelKind("L2TPv3 in UDP") { $0.ethernet().inUDP(1701, [0, 3, 0, 0, 0, 0, 0, 1, 1, 2, 3, 4, 0, 0, 0, 0]) },
        TunnelKind("TZSP") { $0.ethernet().inUDP(37008, [1, 0, 0, 1, 0, 10, 1, 0xd8, 1]) },
        TunnelKind("TZSP, Wi-Fi") { $0.snap().wifi(0x88).inUDP(37008, [1, 1, 0, 0x12, 1]) },
        TunnelKind("TZSP, Prism") { $0.snap().wifi().prism().inUDP(37008, [1, 0, 0, 0x77, 1]) },
        TunnelKind("TZSP, AVS") { $0.snap().wifi().avs().inUDP(37008, [1, 0, 0, 0x7f, 1]) },
        TunnelKind("MPLS in UDP") { $0.inUDP(6635, [0, 1, 0, 64, 0, 2, 1, 64]) },
        TunnelKind("pseudowire in UDP") { $0.ethernet().inUDP(6635, [0, 1, 1, 64, 0, 0, 0, 1]) },
        TunnelKind("CAPWAP") {
            $0.snap().wifi().inUDP(5247, [0, 0x10, 0x03, 0, 0, 0, 0, 0])
        },
        TunnelKind("CAPWAP, swapped, more header") {
            $0.snap().wifi(0x01, flags: 0x08).inUDP(5247, [0, 0x18, 0x43, 0x10, 0, 0, 0, 0, 2, 1, 1, 0])
        },
        TunnelKind("CAPWAP, Ethernet") {
            $0.ethernet().prefixed([0, 0x10, 0x02, 0, 0, 0, 0, 0]).udp(from: 5247, to: 40_000).gated()
        },
        TunnelKind("LISP") { $0.inUDP(4341, [0xc0, 1, 2, 3, 0, 0, 0, 1]) },
        TunnelKind("GUE") { $0.inUDP(6080, [0, 4, 0, 0]) },
        TunnelKind("GUE with options") { $0.inUDP(6080, [1, 4, 0x80, 0, 0, 0, 0, 1]) },
        TunnelKind("GUE, version 1") { $0.inUDP(6080, []) },
    ]

    private static let inIP = [
        TunnelKind("IPv4 in IPv4") { $0.gated() },
        TunnelKind("IPv4 in IPv6 in IPv4") { $0.ipv6(from: Sample.bob6, to: Sample.alice6).gated() },
        TunnelKind("Teredo") { $0.ipv6(from: Sample.bob6, to: Sample.alice6).inUDP(3544, []) },
        TunnelKind("Teredo with origin") {
            $0.ipv6(from: Sample.bob6, to: Sample.alice6)
                .inUDP(3544, [0, 1, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0] + [0, 0, 1, 2, 3, 4, 5, 6])
        },
        TunnelKind("EtherIP") { $0.ethernet().inIP(97, [0x30, 0]) },
        TunnelKind("L2TPv3") { $0.ethernet().inIP(115, [0, 0, 0, 7]) },
        TunnelKind("L2TPv3 with cookie and sequence") {
            $0.ethernet().inIP(115, [0, 0, 0, 7, 1, 2, 3, 4, 5, 6, 7, 8, 0x40, 0, 0, 1])
        },
        TunnelKind("L2TPv3 with IP") { $0.inIP(115, [0, 0, 0, 7, 1, 2, 3, 4]) },
        TunnelKind("MPLS in IP") { $0.inIP(137, [0, 1, 1, 64]) },
        TunnelKind("Ethernet in IP") { $0.ethernet().inIP(143) },
        TunnelKind("IPIP") { $0.inIP(94) },
        TunnelKind("authentication header") { $0.inIP(51, [4, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1]) },
    ]

    private static let inGRE = [
        TunnelKind("GRE") { $0.inIP(47, [0, 0, 8, 0]) },
        TunnelKind("GRE with all fields") { $0.inIP(47, [0xb0, 0, 8, 0] + [UInt8](repeating: 1, count: 12)) },
        TunnelKind("GRE, Ethernet") { $0.vlan(1).vlan(2, tag: 0x88a8).ethernet().inIP(47, [0, 0, 0x65, 0x58]) },
        TunnelKind("GRE, backbone tag") {
            $0.ethernet().prefixed([0, 0, 0, 9], etherType: 0x88e7).ethernet().inIP(47, [0, 0, 0x65, 0x58])
        },
        TunnelKind("GRE, PPPoE") { $0.pppoe(0x0021).ethernet().inIP(47, [0, 0, 0x65, 0x58]) },
        TunnelKind("PPTP") { $0.inIP(47, [0x20, 1, 0x88, 0x0b, 0, 1, 0, 1, 0x21]) },
        TunnelKind("GRE, MPLS") { $0.inIP(47, [0, 0, 0x88, 0x47, 0, 1, 1, 64]) },
        TunnelKind("WCCP") { $0.inIP(47, [0, 0, 0x88, 0x3e]) },
        TunnelKind("WCCP 2") { $0.inIP(47, [0, 0, 0x88, 0x3e, 0, 0, 0, 0]) },
        TunnelKind("ERSPAN I") { $0.ethernet().inIP(47, [0, 0, 0x88, 0xbe]) },
        TunnelKind("ERSPAN II") {
            $0.ethernet().inIP(47, [0x10, 0, 0x88, 0xbe, 0, 0, 0, 1, 0x10, 7, 0, 1, 0, 0, 0, 0])
        },
        TunnelKind("ERSPAN III") {
            $0.ethernet().inIP(47, [0x10, 0, 0x22, 0xeb, 0, 0, 0, 1, 0x20, 7, 0, 1] + [UInt8](repeating: 0, count: 8))
        },
        TunnelKind("ERSPAN III with subheader") {
            let header: [UInt8] = [0x20, 7, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1] + [UInt8](repeating: 0, count: 8)
            return $0.ethernet().inIP(47, [0x10, 0, 0x22, 0xeb, 0, 0, 0, 1] + header)
        },
    ]
}
