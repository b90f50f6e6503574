import PacketDecoding
import Testing
import TraceTypes
import _TestSupport

@Suite("What is no tunnel's header on a tunnel's port is delivered")
struct TunnelPortTests {
    static let ports: [UInt16] = [4789, 8472, 4790, 6081, 2152, 1701, 37008, 6635, 6080, 3544, 9060, 5247, 4341]

    static let texts = [
        "INVITE", "ACK", "BYE", "CANCEL", "OPTIONS", "REGISTER", "PRACK", "SUBSCRIBE", "NOTIFY", "PUBLISH", "INFO",
        "REFER", "MESSAGE", "UPDATE", "SIP/2.0 200", "HELLO", "EEPROM", "\r\n\r\nINVITE", "\r\n\r\n", "\u{0}", "1234",
        "v=0", "f", " ",
    ]

    @Test(arguments: ports)
    func text(_ port: UInt16) {
        for text in Self.texts {
            for tail in ["", " sip:bob@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1\r\n\r\n"] {
                var bench = DecodingBench()
                let result = bench.decode(PacketBuilder(text + tail).udp(from: 9, to: port).gated())
                #expect(result.name == "datagram", "\(text) to \(port)")
                #expect(result.payload == Array((text + tail).utf8), "\(text) to \(port)")
                #expect(result.header?.destination.port == port)
            }
        }
    }

    @Test(arguments: [1701, 3544] as [UInt16])
    func textFromTheServersOfATunnel(_ port: UInt16) {
        var bench = DecodingBench()
        let result = bench.decode(PacketBuilder(Sample.text).udp(from: port, to: 5060).gated())
        #expect(result.payload == Sample.payload)
    }

    /// Headers with one thing wrong, each before the packet that its right form would carry.
    static let implausible: [(name: String, port: UInt16, header: [UInt8])] = [
        ("VXLAN without the flag", 4789, [0, 0, 0, 0, 0, 0, 7, 0]),
        ("VXLAN, reserved flag", 4789, [0x18, 0, 0, 0, 0, 0, 7, 0]),
        ("VXLAN, reserved byte", 8472, [8, 0, 0, 0, 0, 0, 7, 1]),
        ("VXLAN-GPE, other version", 4790, [0x1c, 0, 0, 1, 0, 0, 7, 0]),
        ("VXLAN-GPE, reserved bytes", 4790, [0x0c, 0, 1, 1, 0, 0, 7, 0]),
        ("VXLAN-GPE without flags", 4790, [0, 0, 0, 1, 0, 0, 7, 0]),
        ("GENEVE, other version", 6081, [0x40, 0, 8, 0, 0, 0, 7, 0]),
        ("GENEVE, reserved bit", 6081, [0, 1, 8, 0, 0, 0, 7, 0]),
        ("GENEVE, too many options", 6081, [0x3f, 0, 8, 0, 0, 0, 7, 0]),
        ("GTP, version 2", 2152, [0x48, 0xff, 0, 4, 0, 0, 0, 9]),
        ("GTP, too long", 2152, [0x30, 0xff, 0xff, 0xff, 0, 0, 0, 9]),
        ("GTP without room for options", 2152, [0x32, 0xff, 0, 3, 0, 0, 0, 9]),
        ("GTP, empty extension", 2152, [0x34, 0xff, 0, 8, 0, 0, 0, 9, 0, 0, 0, 0x85, 0, 0, 0, 0]),
        ("GTP, long extension", 2152, [0x34, 0xff, 0, 8, 0, 0, 0, 9, 0, 0, 0, 0x85, 9, 0, 0, 0]),
        ("GTP, echo of another length", 2152, [0x30, 1, 0, 4, 0, 0, 0, 9]),
        ("L2TP, version 1", 1701, [0, 1, 0, 1, 0, 1, 0, 0x21]),
        ("L2TP, reserved bit", 1701, [0x10, 2, 0, 1, 0, 1, 0, 0x21]),
        ("L2TP, too long", 1701, [0x40, 2, 0xff, 0xff, 0, 1, 0, 1, 0, 0x21]),
        ("L2TP, too short", 1701, [0x40, 2, 0, 7, 0, 1, 0, 1, 0, 0x21]),
        ("L2TP, long offset", 1701, [0x02, 2, 0, 1, 0, 1, 0xff, 0xff, 0, 0x21]),
        ("L2TP, control without length", 1701, [0x80, 2, 0, 1, 0, 1, 0, 0]),
        ("L2TPv3, reserved", 1701, [0, 3, 0, 1, 0, 0, 0, 1]),
        ("L2TPv3, control of another length", 1701, [0xc8, 3, 0, 12, 0, 0, 0, 1]),
        ("TZSP, version 2", 37008, [2, 0, 0, 1, 1]),
        ("TZSP, unknown kind", 37008, [1, 9, 0, 1, 1]),
        ("TZSP, unknown frame", 37008, [1, 0, 0, 9, 1]),
        ("TZSP, long tag", 37008, [1, 0, 0, 1, 10, 255]),
        ("MPLS of nothing known", 6635, [0, 1, 1, 64, 0x50]),
        ("MPLS without end", 6635, [UInt8](repeating: 0, count: 100)),
        ("GUE, version 2", 6080, [0x80, 4, 0, 0]),
        ("GUE, too long", 6080, [0x1f, 4, 0, 0]),
        ("GUE, flags and no IP", 6080, [0, 4, 0x80, 0, 1]),
        ("CAPWAP, encrypted", 5247, [1, 0x10, 0x03, 0, 0, 0, 0, 0]),
        ("CAPWAP, other radio", 5247, [0, 0x10, 0x05, 0, 0, 0, 0, 0]),
        ("CAPWAP, too long", 5247, [0, 0xf8, 0x03, 0, 0, 0, 0, 0]),
        ("CAPWAP, reserved bits", 5247, [0, 0x10, 0x03, 1, 0, 0, 0, 0]),
        ("LISP, no IP", 4341, [0xc0, 1, 2, 3, 0, 0, 0, 1, 0]),
        ("Teredo of IPv4", 3544, []),
        ("Teredo, long authentication", 3544, [0, 1, 255, 255]),
    ]

    @Test(arguments: implausible)
    func implausibleHeader(_ name: String, _ port: UInt16, _ header: [UInt8]) {
        var bench = DecodingBench()
        let packet = Sample.ipv4.inUDP(port, header)
        let result = bench.decode(packet)
        // What begins with version 2 of RTP is no SIP either way.
        let isMedia = (0x80...0xbf).contains(header.first ?? 0)
        #expect(result.name == (isMedia ? "other: rtp" : "datagram"))
        guard !isMedia else { return }
        #expect(result.payload == header + Sample.ipv4.bytes)
        #expect(result.header?.source == Endpoint(address: Sample.gate, port: 50_000))
    }

    static let control: [(name: String, packet: PacketBuilder)] = [
        ("other: tunnel-control", PacketBuilder([0, 1, 2, 3]).gtp(0x32, kind: 1)),
        ("other: tunnel-control", PacketBuilder([]).gtp(0x30, kind: 0xfe)),
        ("other: empty-datagram", PacketBuilder([]).gtp(0x30)),
        ("other: other-link-protocol", PacketBuilder([0, 1]).gtp(0x30)),
        ("other: tunnel-control", PacketBuilder([]).inUDP(1701, [0xc8, 2, 0, 12, 0, 1, 0, 1, 0, 0, 0, 0])),
        ("other: tunnel-control", PacketBuilder([]).inUDP(1701, [0xc8, 3, 0, 12, 0, 0, 0, 1, 0, 0, 0, 0])),
        ("other: tunnel-control", PacketBuilder([0, 0, 0, 0, 0xc8, 3, 0, 12]).inIP(115)),
        ("other: other-link-protocol", PacketBuilder([0, 0, 0, 1, 0xc8, 3, 0, 12]).inIP(115)),
        ("other: tunnel-control", PacketBuilder([]).inUDP(37008, [1, 4, 0, 0])),
        ("other: tunnel-control", Sample.ipv4.inUDP(6081, [0, 0x80, 8, 0, 0, 0, 7, 0])),
        ("other: tunnel-control", Sample.ipv4.inUDP(4790, [0x0d, 0, 0, 1, 0, 0, 7, 0])),
        ("other: tunnel-control", PacketBuilder([]).inUDP(6080, [0x20, 1, 0, 0])),
        ("other: arp", PacketBuilder([0, 1]).inUDP(6081, [0, 0, 0x08, 0x06, 0, 0, 7, 0])),
        ("other: other-link-protocol", PacketBuilder([]).inUDP(4790, [0x0c, 0, 0, 9, 0, 0, 7, 0])),
        ("other: tunnel-control", PacketBuilder([1]).inUDP(5247, [0, 0x10, 0x02, 8, 0, 0, 0, 0])),
        ("other: wifi-fragment", PacketBuilder([1]).inUDP(5247, [0, 0x10, 0x03, 0x80, 0, 0, 0, 0])),
        ("other: empty-datagram", PacketBuilder([]).inUDP(4789, [])),
        ("other: no-next-header", PacketBuilder([]).inIP(59)),
        ("other: ipcomp", PacketBuilder([4, 0, 0, 2]).inIP(108)),
    ]

    @Test(arguments: control)
    func controlMessages(_ expected: String, _ packet: PacketBuilder) {
        var bench = DecodingBench()
        #expect(bench.decode(packet).name == expected)
    }
}
