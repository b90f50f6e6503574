import PacketDecoding
import Testing
import TraceTypes
import _TestSupport

@Suite("IP fragments become datagrams")
struct FragmentTests {
    enum Family: CaseIterable {
        case v4, v6

        /// The sample datagram, 47 bytes with its UDP header, in three fragments.
        func fragments(identification: UInt16 = 1) -> [PacketBuilder] {
            switch self {
            case .v4:
                Sample.udp.ipv4Fragments(
                    from: Sample.alice, to: Sample.bob, size: 16, identification: identification)
            case .v6:
                Sample.udp.ipv6Fragments(
                    from: Sample.alice6, to: Sample.bob6, size: 16, identification: UInt32(identification))
            }
        }
    }

    static let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]

    @Test(arguments: Family.allCases, orders)
    func everyOrder(_ family: Family, _ order: [Int]) {
        let fragments = family.fragments()
        var bench = DecodingBench()
        let results = order.map { bench.decode(fragments[$0]) }
        #expect(results.map(\.name) == ["held: fragment", "held: fragment", "reassembled datagram"])
        #expect(results[2].payload == Sample.payload)
        #expect(results[2].header?.frame == FrameNumber(rawValue: 3))
        #expect(results[2].header?.source.port == 5060)
        #expect(bench.decoder.account.events.named == ["datagram-reassembled": 1])
    }

    @Test(arguments: Family.allCases)
    func interleavedDatagramsStayApart(_ family: Family) {
        let first = family.fragments(identification: 1)
        let second = family.fragments(identification: 2)
        var bench = DecodingBench()
        let results = [first[0], second[2], first[2], second[1], first[1], second[0]].map { bench.decode($0) }
        #expect(results[4].payload == Sample.payload)
        #expect(results[5].payload == Sample.payload)
        #expect(bench.decoder.account.held[.fragment] == 0)
        #expect(bench.decoder.account.datagrams == 6)
    }

    @Test func firstWinsOnOverlap() {
        let fragments = Family.v4.fragments()
        let forged = PacketBuilder([UInt8](repeating: 0x58, count: 32), protocolNumber: 17)
            .ipv4(from: Sample.alice, to: Sample.bob, fragment: 0x2000)
        var bench = DecodingBench()
        #expect(bench.decode(fragments[0]).name == "held: fragment")
        #expect(bench.decode(forged).name == "held: fragment")
        let result = bench.decode(fragments[2])
        #expect(
            result.payload == Array(Sample.payload.prefix(8)) + [UInt8](repeating: 0x58, count: 16)
                + Array(Sample.payload.dropFirst(24)))
        #expect(bench.decoder.account.events[.fragmentOverlap] == 1)
    }

    @Test func duplicatesAreHarmless() {
        let fragments = Family.v6.fragments()
        var bench = DecodingBench()
        let results = [0, 0, 1, 1, 2].map { bench.decode(fragments[$0]) }
        #expect(results.last?.payload == Sample.payload)
        #expect(bench.decoder.account.events[.fragmentOverlap] == 2)
    }

    @Test(arguments: [(30.0, "reassembled datagram"), (31.5, "held: fragment")])
    func age(_ seconds: Double, _ expected: String) {
        let fragments = Family.v4.fragments()
        var bench = DecodingBench()
        #expect(bench.decode(fragments[0], at: 100).name == "held: fragment")
        #expect(bench.decode(fragments[1], at: 100).name == "held: fragment")
        #expect(bench.decode(fragments[2], at: 100 + seconds).name == expected)
        #expect(bench.decoder.account.events[.fragmentsExpired] == (seconds > 30 ? 1 : 0))
    }

    @Test func limitOnDatagramsDropsTheOldest() {
        var limits = DecodingLimits()
        limits.fragmentedDatagrams = 2
        var bench = DecodingBench(limits: limits)
        let datagrams = (1...3).map { Family.v4.fragments(identification: $0) }
        for (index, datagram) in datagrams.enumerated() {
            #expect(bench.decode(datagram[0], at: Double(index)).name == "held: fragment")
        }
        #expect(bench.decoder.account.events[.fragmentsEvicted] == 1)
        #expect(bench.decode(datagrams[2][1], at: 3).name == "held: fragment")
        #expect(bench.decode(datagrams[2][2], at: 3).payload == Sample.payload)
        #expect(bench.decode(datagrams[1][1], at: 3).name == "held: fragment")
        #expect(bench.decode(datagrams[1][2], at: 3).payload == Sample.payload)
    }

    @Test func limitOnBytesDropsTheOldest() {
        var limits = DecodingLimits()
        limits.fragmentBytes = 40
        var bench = DecodingBench(limits: limits)
        for identification in 1...3 as ClosedRange<UInt16> {
            let fragment = Family.v6.fragments(identification: identification)[0]
            #expect(bench.decode(fragment, at: Double(identification)).name == "held: fragment")
        }
        #expect(bench.decoder.account.events[.fragmentsEvicted] == 1)
    }

    static let malformed: [(name: String, field: UInt16, length: Int)] = [
        ("not a multiple of eight", 0x2000, 15), ("empty", 0x2000, 0), ("empty last", 0x0001, 0),
        ("beyond the longest datagram", 0x1fff, 64),
    ]

    @Test(arguments: malformed)
    func malformedFragment(_ name: String, _ field: UInt16, _ length: Int) {
        let fragment = PacketBuilder([UInt8](repeating: 0, count: length), protocolNumber: 17)
            .ipv4(from: Sample.alice, to: Sample.bob, fragment: field)
        var bench = DecodingBench()
        #expect(bench.decode(fragment).name == "undecoded: malformed-fragment", Comment(rawValue: name))
    }

    static let laterEnds: [(field: UInt16, length: Int, contradicts: Bool)] = [
        (4, 8, true), (1, 8, true), (0x2000 | 6, 8, true), (5, 8, false),
    ]

    @Test(arguments: laterEnds)
    func aSecondEndHasToAgree(_ field: UInt16, _ length: Int, _ contradicts: Bool) {
        let fragments = Sample.udp.ipv4Fragments(from: Sample.alice, to: Sample.bob, size: 40)
        let other = PacketBuilder([UInt8](repeating: 0, count: length), protocolNumber: 17)
            .ipv4(from: Sample.alice, to: Sample.bob, fragment: field)
        let last = PacketBuilder([UInt8](repeating: 0, count: 8), protocolNumber: 17)
            .ipv4(from: Sample.alice, to: Sample.bob, fragment: 5)
        var bench = DecodingBench()
        #expect(bench.decode(last).name == "held: fragment")
        #expect(bench.decode(other).name == (contradicts ? "undecoded: malformed-fragment" : "held: fragment"))
        #expect(bench.decode(fragments[0]).name == "reassembled datagram")
    }

    @Test(arguments: Family.allCases)
    func aFirstFragmentThatWasCutServesAsFarAsItGoes(_ family: Family) {
        let fragments = family.fragments()
        let first = fragments[0].bytes
        var bench = DecodingBench()
        let cut = bench.decode(Array(first.dropLast(2)), wireLength: first.count)
        #expect(cut.payload == Array(Sample.payload.prefix(6)))
        #expect(cut.header?.isTruncated == true)
        #expect(bench.decode(fragments[1]).name == "held: fragment")
        #expect(
            bench.decode(Array(first.dropLast(10)), wireLength: first.count).name == "undecoded: short-transport-header"
        )
        #expect(
            bench.decode(Array(first.dropLast(16)), wireLength: first.count).name == "undecoded: truncated-fragment")
        #expect(bench.decoder.account.frames == 4)
    }

    @Test func anyOtherFragmentThatWasCutIsOfNoUse() {
        let later = Family.v4.fragments()[1].bytes
        let segment = PacketBuilder(Sample.text).tcp(from: 5060, to: 5080, sequence: 1)
            .ipv4Fragments(from: Sample.alice, to: Sample.bob, size: 32)[0].bytes
        var bench = DecodingBench()
        for fragment in [later, segment] {
            let cut = bench.decode(Array(fragment.dropLast(2)), wireLength: fragment.count)
            #expect(cut.name == "undecoded: truncated-fragment")
        }
        #expect(bench.decode(later).name == "held: fragment")
    }

    @Test func aFloodOfFirstFragmentsIsBounded() {
        var bench = DecodingBench()
        for index in 0..<5_000 {
            let fragment = PacketBuilder([UInt8](repeating: 0, count: 16), protocolNumber: 17).ipv4(
                from: Sample.alice, to: Sample.bob, identification: UInt16(index + 1), fragment: 0x2000)
            _ = bench.decode(fragment)
        }
        let kept = DecodingLimits().fragmentedDatagrams
        #expect(bench.decoder.account.events.named == ["fragments-evicted": 5_000 - kept])
        #expect(bench.decoder.account.held.named == ["fragment": 5_000])
        let last = Sample.udp.ipv4Fragments(from: Sample.alice, to: Sample.bob, size: 40, identification: 9_000)
        #expect(bench.decode(last[0]).name == "held: fragment")
        #expect(bench.decode(last[1]).payload == Sample.payload)
    }

    @Test func fragmentsInsideFragments() {
        let inner = Sample.udp.ipv6Fragments(from: Sample.alice6, to: Sample.bob6, size: 24)
        var bench = DecodingBench()
        #expect(bench.decode(inner[0]).name == "held: fragment")
        // The second inner fragment, its IPv6 header taken off, travels in two outer fragments of its own.
        let header = PacketBuilder(Array(inner[1].bytes.dropFirst(40)), protocolNumber: 44)
        let outer = header.ipv6Fragments(from: Sample.alice6, to: Sample.bob6, size: 16, identification: 9)
        let results = outer.map { bench.decode($0) }
        #expect(results.last?.payload == Sample.payload)
        #expect(results.dropLast().allSatisfy { $0.name == "held: fragment" })
    }

    @Test func tcpInFragments() {
        let segment = PacketBuilder(Sample.text).tcp(from: 5060, to: 5080, sequence: 1)
        let fragments = segment.ipv4Fragments(from: Sample.alice, to: Sample.bob, size: 32)
        var bench = DecodingBench()
        #expect(bench.decode(fragments[0]).name == "held: fragment")
        let result = bench.decode(fragments[1])
        #expect(result.name == "reassembled stream")
        #expect(result.payload == Sample.payload)
    }
}
