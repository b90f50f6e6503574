import Testing
import TraceTypes

@Suite("IP addresses as text")
struct IPAddressTests {
    @Test(
        arguments: [
            (0xC000_0201, "192.0.2.1"), (0, "0.0.0.0"), (0xFFFF_FFFF, "255.255.255.255"),
        ] as [(UInt32, String)])
    func dottedDecimal(bits: UInt32, text: String) {
        #expect(IPAddress(v4: bits).description == text)
    }

    @Test(
        "RFC 5952 section 4",
        arguments: [
            (0x2001_0DB8_0000_0000, 0x0000_0000_0000_0001, "2001:db8::1"),
            (0, 1, "::1"), (0, 0, "::"),
            (0x2001_0DB8_0000_0001, 0x0001_0001_0001_0001, "2001:db8:0:1:1:1:1:1"),
            (0x2001_0000_0000_0001, 0x0000_0000_0000_0001, "2001:0:0:1::1"),
            (0xFE80_0000_0000_0000, 0, "fe80::"),
        ] as [(UInt64, UInt64, String)])
    func canonicalIPv6(high: UInt64, low: UInt64, text: String) {
        #expect(IPAddress(v6High: high, low: low).description == text)
    }

    @Test func endpointBracketsIPv6() {
        #expect(Endpoint(address: IPAddress(v6High: 0, low: 1), port: 5060).description == "[::1]:5060")
        #expect(Endpoint(address: IPAddress(v4: 0x7F00_0001), port: 5060).description == "127.0.0.1:5060")
    }
}
