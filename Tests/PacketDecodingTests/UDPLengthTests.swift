import PacketDecoding
import Testing
import TraceTypes
import _TestSupport

@Suite("A length of UDP that is not that of the IP payload")
struct UDPLengthTests {
    /// The length field, then what is delivered and whether it counts as cut.
    static let lengths: [(length: UInt16, dropped: Int, isTruncated: Bool)] = [
        (0, 0, false), (47, 0, false), (48, 0, true), (0xffff, 0, true), (46, 1, false), (9, 38, false),
    ]

    @Test(arguments: lengths)
    func delivery(_ length: UInt16, _ dropped: Int, _ isTruncated: Bool) {
        for isV6 in [false, true] {
            let packet =
                isV6
                ? Sample.ipv6.replacing(44, with: Bytes.big(length))
                : Sample.ipv4.replacing(24, with: Bytes.big(length))
            var bench = DecodingBench()
            let result = bench.decode(packet)
            #expect(result.payload == Sample.payload.dropLast(dropped))
            #expect(result.header?.isTruncated == isTruncated)
        }
    }

    @Test(arguments: 1...7)
    func lessThanTheHeader(_ length: UInt16) {
        var bench = DecodingBench()
        let result = bench.decode(Sample.ipv4.replacing(24, with: Bytes.big(length)))
        #expect(result.name == "undecoded: malformed-transport-header")
    }

    @Test func nothingButTheHeader() {
        var bench = DecodingBench()
        #expect(bench.decode(Sample.ipv4.replacing(24, with: [0, 8])).name == "other: empty-datagram")
    }

    @Test func paddingIsNoPayload() {
        var bench = DecodingBench()
        let result = bench.decode(Sample.ipv4.replacing(24, with: [0, 0]) + [0, 0, 0])
        #expect(result.payload == Sample.payload)
    }

    @Test func aTunnelOfLengthZero() {
        let tunnel = Sample.ipv4.ethernet().inUDP(4789, [8, 0, 0, 0, 0, 0, 7, 0])
        var bench = DecodingBench()
        let result = bench.decode(tunnel.replacing(24, with: [0, 0]))
        #expect(result.payload == Sample.payload)
        #expect(result.header?.isTruncated == false)
    }
}
