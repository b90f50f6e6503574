import TraceTypes
import _TestSupport

/// Addresses and packets that the tests share.
enum Sample {
    static let alice = IPAddress(v4: 0xc000_0201)
    static let bob = IPAddress(v4: 0xc633_6402)
    static let alice6 = IPAddress(v6High: 0x2001_0db8_0000_0000, low: 1)
    static let bob6 = IPAddress(v6High: 0x2001_0db8_0000_0000, low: 2)
    /// The address of a tunnel's ends.
    static let gate = IPAddress(v4: 0xcb00_7101)
    static let text = "OPTIONS sip:bob@example.com SIP/2.0\r\n\r\n"
    static let payload = Array(text.utf8)

    /// A UDP datagram without an IP header.
    static let udp = PacketBuilder(text).udp(from: 5060, to: 5080)
    /// The datagram in IPv4.
    static let ipv4 = udp.ipv4(from: alice, to: bob)
    /// The datagram in IPv6.
    static let ipv6 = udp.ipv6(from: alice6, to: bob6)

    /// A TCP segment in IPv4 from alice to bob.
    static func segment(_ text: String, _ sequence: UInt32, flags: UInt8 = TCPFlags.acknowledge) -> PacketBuilder {
        PacketBuilder(text).tcp(from: 40_000, to: 5060, sequence: sequence, flags: flags).ipv4(from: alice, to: bob)
    }
}
