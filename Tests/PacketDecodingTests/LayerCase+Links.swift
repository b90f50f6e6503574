import TraceTypes
import _TestSupport

/// Frames of link types other than Ethernet, loopback and raw IP.
extension LayerCase {
    static let serialLines: [LayerCase] = [
        link("PPP", .ppp, Sample.ipv4.prefixed([0x00, 0x21])),
        link("PPP with address", .ppp, Sample.ipv4.prefixed([0xff, 3, 0x00, 0x21])),
        link("PPP, compressed number", .ppp, Sample.ipv4.prefixed([0x21])),
        link("PPP in HDLC", .pppInHDLC, Sample.ipv6.prefixed([0xff, 3, 0x00, 0x57]), isV6: true),
        link("Cisco HDLC as PPP in HDLC", .pppInHDLC, Sample.ipv4.prefixed([0x0f, 0, 8, 0])),
        link("PPP with MPLS", .ppp, Sample.ipv4.prefixed([0, 1, 1, 64]).prefixed([0x02, 0x81])),
        link("PPP, bridged", .ppp, Sample.ipv4.ethernet().prefixed([0x00, 0x31, 0, 1])),
        link("PPP, multilink", .ppp, Sample.ipv4.prefixed([0x21]).prefixed([0x00, 0x3d, 0xc0, 0, 0, 7])),
        link("PPPoE without Ethernet", .pppoe, Sample.ipv4.pppoe(0x0021)),
        link("PPP with direction", .pppWithDirection, Sample.ipv4.prefixed([1, 0xff, 3, 0, 0x21])),
        link("pppd", .pppd, Sample.ipv4.prefixed([0, 3, 0, 0x21])),
        link("pppd without control", .pppd, Sample.ipv4.prefixed([1, 0, 0x21])),
        link("Cisco HDLC", .ciscoHDLC, Sample.ipv4.prefixed([0x0f, 0, 8, 0])),
        link("Cisco HDLC, broadcast", .ciscoHDLC, Sample.ipv6.prefixed([0x8f, 0, 0x86, 0xdd]), isV6: true),
        link("Cisco HDLC with direction", .ciscoHDLCWithDirection, Sample.ipv4.prefixed([0, 0x0f, 0, 8, 0])),
        link("Frame Relay", .frameRelay, Sample.ipv4.prefixed([0x18, 0x41, 3, 0xcc])),
        link("Frame Relay, four bytes of address", .frameRelay, Sample.ipv4.prefixed([0x18, 0x40, 2, 1, 3, 0xcc])),
        link("Frame Relay with IPv6", .frameRelay, Sample.ipv6.prefixed([0x18, 0x41, 3, 0x8e]), isV6: true),
        link("Frame Relay with SNAP", .frameRelay, Sample.ipv4.prefixed([0x18, 0x41, 3, 0, 0x80, 0, 0, 0, 8, 0])),
        link("Frame Relay with PPP", .frameRelay, Sample.ipv4.prefixed([0x18, 0x41, 3, 0xcf, 0x00, 0x21])),
        link("Frame Relay of Cisco", .frameRelay, Sample.ipv4.prefixed([0x18, 0x41, 8, 0])),
        link("Frame Relay with direction", .frameRelayWithDirection, Sample.ipv4.prefixed([1, 0x18, 0x41, 3, 0xcc])),
        link("ATM of Solaris, LLC", .sunATM, Sample.ipv4.snap().prefixed([0x82, 0, 0, 5])),
        link("ATM of Solaris, LANE", .sunATM, Sample.ipv4.ethernet().prefixed([0x01, 0, 0, 5, 0, 7])),
    ]

    static let wireless: [LayerCase] = [
        link("Wi-Fi to the access point", .wifi, Sample.ipv4.snap().wifi()),
        link(
            "Wi-Fi from the access point, with checksum", .wifi,
            Sample.ipv4.snap().wifi(flags: 0x02).tail([1, 2, 3, 4])),
        link("Wi-Fi with four addresses", .wifi, Sample.ipv4.snap().wifi(flags: 0x03)),
        link("Wi-Fi with quality of service", .wifi, Sample.ipv4.snap().wifi(0x88, quality: 6)),
        link("Wi-Fi with high throughput", .wifi, Sample.ipv6.snap(0x86dd).wifi(0x88, flags: 0x83), isV6: true),
        link("Wi-Fi, bridged SNAP", .wifi, Sample.ipv4.snap(organization: [0, 0, 0xf8]).wifi()),
        link("radiotap", .radiotap, Sample.ipv4.snap().wifi().radiotap(present: [0])),
        link("radiotap with flags", .radiotap, Sample.ipv4.snap().wifi(0x88).radiotap(present: [2], fields: [0x10])),
        link(
            "radiotap, padded", .radiotap,
            Sample.ipv4.snap().prefixed([0, 0]).wifi(0x88).radiotap(present: [2], fields: [0x20])),
        link(
            "radiotap, padded, with time and more fields", .radiotap,
            Sample.ipv4.snap().prefixed([0, 0]).wifi(0x88)
                .radiotap(present: [0x8000_0003, 0], fields: [0, 0, 0, 0] + [1, 2, 3, 4, 5, 6, 7, 8, 0x20])),
        link("Prism", .prism, Sample.ipv4.snap().wifi().prism()),
        link("AVS", .avs, Sample.ipv4.snap().wifi().avs()),
        link("AVS as Prism", .prism, Sample.ipv4.snap().wifi().avs()),
        link("PPI with Wi-Fi", .ppi, Sample.ipv4.snap().wifi().ppi(105)),
        link(
            "Linux cooked, radiotap", .linuxCooked,
            Sample.ipv4.snap().wifi().radiotap(present: [0])
                .linuxCooked(device: 803, type: 0)),
        link("Linux cooked 2, Wi-Fi", .linuxCooked2, Sample.ipv4.snap().wifi().linuxCooked2(device: 801, type: 0)),
    ]

    static let captureHeaders: [LayerCase] =
        [
            link("raw, as OpenBSD numbers it", .raw14, Sample.ipv4),
            link("PKTAP with Ethernet", .pktap, Sample.ipv4.ethernet().pktap(1)),
            link(
                "PKTAP of macOS", .darwinPKTAP, Sample.ipv6.loopback(family: 30, bigEndian: false).pktap(0), isV6: true),
            link("PKTAP with raw IP", .pktap, Sample.ipv4.pktap(12, length: 156)),
            link("PPI with Ethernet", .ppi, Sample.ipv4.ethernet().ppi(1)),
            link("NFLOG", .nflog, Sample.ipv4.nflog(family: 2)),
            link("NFLOG with IPv6", .nflog, Sample.ipv6.nflog(family: 10), isV6: true),
            link("NFLOG of a bridge", .nflog, Sample.ipv4.nflog(family: 7)),
            link("NFLOG, no family", .nflog, Sample.ipv4.nflog(family: 2).tail([0, 0])),
            link("pflog", .pflog, Sample.ipv4.prefixed([61, 2] + [UInt8](repeating: 0, count: 62))),
            link("pflog, IPv6", .pflog, Sample.ipv6.prefixed([48, 24] + [UInt8](repeating: 0, count: 46)), isV6: true),
            link("enc", .enc, Sample.ipv4.prefixed([2, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0])),
            link("ipnet", .ipnet, Sample.ipv6.prefixed([1, 26] + [UInt8](repeating: 0, count: 22)), isV6: true),
            link("Linux cooked, Ethernet inside", .linuxCooked, Sample.ipv4.ethernet().linuxCooked(device: 1, type: 3)),
            link("Linux cooked, LLC", .linuxCooked, Sample.ipv4.snap().linuxCooked(device: 1, type: 4)),
            link("Linux cooked 2, PPP", .linuxCooked2, Sample.ipv4.prefixed([0x21]).linuxCooked2(device: 512, type: 7)),
            link("Linux cooked, GRE device", .linuxCooked, Sample.ipv4.linuxCooked(device: 778, type: 0x0800)),
            link("Juniper Ethernet", .juniperEthernet, Sample.ipv4.ethernet().juniper()),
            link(
                "Juniper Ethernet with extensions", .juniperEthernet,
                Sample.ipv4.vlan(4).ethernet().juniper(flags: 0x80, extensions: [1, 2, 0, 7, 3, 1, 1])),
            link(
                "Juniper without link header", .juniperEthernet, Sample.ipv4.prefixed([0, 0, 0, 1]).juniper(flags: 2)),
            link("Juniper PPPoE", .juniperPPPoE, Sample.ipv4.pppoe(0x0021).ethernet().juniper()),
            link(
                "Juniper PPPoE over ATM", .juniperPPPoEOverATM,
                Sample.ipv4.pppoe(0x0021).prefixed([0x88, 0x64]).juniper()),
            link("Juniper PPP", .juniperPPP, Sample.ipv4.prefixed([0xff, 3, 0, 0x21]).juniper()),
            link("Juniper Frame Relay", .juniperFrameRelay, Sample.ipv4.prefixed([0x18, 0x41, 3, 0xcc]).juniper()),
            link("Juniper Cisco HDLC", .juniperCiscoHDLC, Sample.ipv4.prefixed([0x0f, 0, 8, 0]).juniper()),
            link("exported by Wireshark", .exportedPDU, PacketBuilder(Sample.text).exported("sip")),
            link(
                "exported by Wireshark, IPv6", .exportedPDU, PacketBuilder(Sample.text).exported("sip", isV6: true),
                isV6: true),
            link("exported by Wireshark, IP", .exportedPDU, Sample.ipv4.exported("ip")),
            link("ERF, Ethernet", .erf, Sample.ipv4.ethernet().erf(2)),
            link("ERF with extensions", .erf, Sample.ipv4.ethernet().tail([1, 2, 3, 4]).erf(0x82, extensions: 2)),
            link("ERF, IPv4", .erf, Sample.ipv4.erf(22)), link("ERF, IPv6", .erf, Sample.ipv6.erf(23), isV6: true),
            link("tag of Broadcom before", .broadcomTagBefore, Sample.ipv4.ethernet().prefixed([0, 0, 0, 1])),
            link("tag of Broadcom", .broadcomTag, Sample.ipv4.switchTag([0, 0, 0, 1])),
            link("tag of Marvell", .marvellTag, Sample.ipv4.switchTag([0, 8, 0, 1])),
            link("long tag of Marvell", .marvellLongTag, Sample.ipv4.switchTag([0xda, 0xda, 0, 0, 0, 8, 0, 1])),
        ]
        + [.juniperServices, .juniperMonitor, .juniperGGSN].map {
            link("Juniper \($0.rawValue)", $0, Sample.ipv4.prefixed([0x47, 0, 2, 0, 0, 0, 0, 0]).juniper())
        }

    private static func link(_ name: String, _ type: LinkType, _ packet: PacketBuilder, isV6: Bool = false) -> LayerCase
    {
        LayerCase(name: name, linkType: type, frame: packet.bytes, isV6: isV6)
    }
}
