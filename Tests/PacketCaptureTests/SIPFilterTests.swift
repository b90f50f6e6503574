import PacketCapture
import Testing
import TraceTypes
import _TestSupport

@Suite("The default filter loses no SIP and lets little else through")
struct SIPFilterTests {
    private static let alice = IPAddress(v4: 0xc000_0201)
    private static let bob = IPAddress(v4: 0xc000_0202)
    private static let alice6 = IPAddress(v6High: 0x2001_0db8_0000_0000, low: 1)
    private static let bob6 = IPAddress(v6High: 0x2001_0db8_0000_0000, low: 2)

    private static func udp(_ port: UInt16) -> PacketBuilder {
        PacketBuilder("SIP/2.0 200 OK\r\n\r\n").udp(from: 40_000, to: port)
    }

    private static func over4(_ packet: PacketBuilder) -> PacketBuilder { packet.ipv4(from: alice, to: bob) }
    private static func over6(_ packet: PacketBuilder) -> PacketBuilder { packet.ipv6(from: alice6, to: bob6) }

    private static func framed(_ packet: PacketBuilder, _ linkType: LinkType) -> [UInt8] {
        switch linkType {
        case .ethernet: packet.ethernet().bytes
        case .linuxCooked: packet.linuxCooked().bytes
        case .linuxCooked2: packet.linuxCooked2().bytes
        case .null: packet.loopback(family: packet.bytes[0] >> 4 == 4 ? 2 : 10, bigEndian: false).bytes
        case .loop: packet.loopback(family: packet.bytes[0] >> 4 == 4 ? 2 : 10, bigEndian: true).bytes
        default: packet.bytes
        }
    }

    /// Packets for every link type.
    static let packets: [(name: String, packet: PacketBuilder, passes: Bool)] = {
        let tcp = PacketBuilder("x").tcp(from: 5060, to: 40_000, sequence: 1)
        let sctp = PacketBuilder(
            Bytes.big(UInt16(40_000)) + Bytes.big(UInt16(5060)) + [0, 0, 0, 0], protocolNumber: 132)
        let fragments4 = udp(9).ipv4Fragments(from: alice, to: bob, size: 8)
        let fragments6 = udp(9).ipv6Fragments(from: alice6, to: bob6, size: 8)
        let ports: [(UInt16, Bool)] = [
            (5059, false), (5060, true), (5061, true), (5062, false), (5079, false), (5080, true), (5081, false),
            (53, false), (4789, true), (8472, true), (6081, true), (2152, true), (9060, true), (1701, true),
            (37008, true), (37009, false),
        ]
        return ports.flatMap { port, passes in
            [("port \(port) in IPv4", over4(udp(port)), passes), ("port \(port) in IPv6", over6(udp(port)), passes)]
        } + [
            ("TCP from 5060", over4(tcp), true), ("TCP in IPv6", over6(tcp), true),
            ("SCTP", over4(sctp), true), ("SCTP in IPv6", over6(sctp), true),
            ("first IPv4 fragment", fragments4[0], true), ("middle IPv4 fragment", fragments4[1], true),
            ("last IPv4 fragment", fragments4[fragments4.count - 1], true),
            ("first IPv6 fragment", fragments6[0], true), ("last IPv6 fragment", fragments6[1], true),
            ("hop-by-hop options", over6(udp(5060).ipv6Extension(0)), true),
            ("routing header", over6(udp(5060).ipv6Extension(43)), true),
            ("destination options", over6(udp(5060).ipv6Extension(60)), true),
            ("IPv4 in IPv4", over4(over4(udp(5060))), true), ("IPv6 in IPv4", over4(over6(udp(5060))), true),
            ("IPv4 in IPv6", over6(over4(udp(5060))), true), ("IPv6 in IPv6", over6(over6(udp(5060))), true),
            ("GRE", over4(PacketBuilder([0, 0, 8, 0], protocolNumber: 47)), true),
            ("GRE in IPv6", over6(PacketBuilder([0, 0, 8, 0], protocolNumber: 47)), true),
            ("authentication header", over4(PacketBuilder([17, 4], protocolNumber: 51)), true),
            ("ICMP", over4(PacketBuilder([8, 0], protocolNumber: 1)), false),
            ("ICMPv6", over6(PacketBuilder([128, 0], protocolNumber: 58)), false),
        ]
    }()

    @Test(arguments: [LinkType.ethernet, .linuxCooked, .linuxCooked2, .null, .loop, .raw, .ipv4, .ipv6])
    func commonLinkTypes(_ linkType: LinkType) throws {
        let program = try FilterProgram(SIPFilter.expression(linkType: linkType), linkType: linkType)
        let isV4Only = linkType == .ipv4
        let isV6Only = linkType == .ipv6
        for (name, packet, passes) in Self.packets {
            let version = packet.bytes[0] >> 4
            guard !(isV4Only && version == 6), !(isV6Only && version == 4) else { continue }
            let isMatched = program.matches(Self.framed(packet, linkType))
            #expect(isMatched == passes, "\(name), link type \(linkType.rawValue)")
        }
    }

    static let tagged: [(name: String, packet: PacketBuilder, passes: Bool)] = [
        ("VLAN", over4(udp(9)).vlan(5), true),
        ("802.1ad", over4(udp(9)).vlan(5, tag: 0x88a8), true),
        ("QinQ", over6(udp(9)).vlan(5).vlan(6, tag: 0x9100), true),
        ("MPLS", over4(udp(9)).prefixed([0, 1, 1, 64], etherType: 0x8847), true),
        ("MPLS multicast", over4(udp(9)).prefixed([0, 1, 1, 64], etherType: 0x8848), true),
        ("PPPoE session", over4(udp(9)).prefixed([0x11, 0, 0, 1, 0, 40, 0, 0x21], etherType: 0x8864), true),
        ("PPPoE discovery", PacketBuilder([0x11, 9, 0, 0, 0, 0]).prefixed([], etherType: 0x8863), false),
        ("ARP", PacketBuilder([0, 1, 8, 0]).prefixed([], etherType: 0x0806), false),
        ("no tag", over4(udp(9)), false),
    ]

    @Test(arguments: [LinkType.ethernet, .linuxCooked, .linuxCooked2])
    func tags(_ linkType: LinkType) throws {
        let program = try FilterProgram(SIPFilter.expression(linkType: linkType), linkType: linkType)
        for (name, packet, passes) in Self.tagged {
            let isMatched = program.matches(Self.framed(packet, linkType))
            #expect(isMatched == passes, "\(name), link type \(linkType.rawValue)")
        }
    }

    @Test func otherPorts() throws {
        let program = try FilterProgram(SIPFilter.expression(ports: [5070...5075], linkType: .raw), linkType: .raw)
        let inside = program.matches(Self.over4(Self.udp(5072)).bytes)
        let outside = program.matches(Self.over4(Self.udp(5060)).bytes)
        #expect(inside)
        #expect(!outside)
    }

    @Test func withoutPortsOnlyWhatMayHideSIP() throws {
        let program = try FilterProgram(SIPFilter.expression(ports: [], linkType: .raw), linkType: .raw)
        let plain = program.matches(Self.over4(Self.udp(5060)).bytes)
        let hidden = program.matches(Self.over4(Self.over4(Self.udp(5060))).bytes)
        #expect(!plain)
        #expect(hidden)
    }

    @Test func aBadExpression() {
        #expect(throws: CaptureError.self) { _ = try FilterProgram("port and", linkType: .raw) }
        #expect(throws: CaptureError.self) { _ = try FilterProgram("vlan", linkType: .raw) }
    }
}
