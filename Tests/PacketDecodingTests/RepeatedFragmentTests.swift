import PacketDecoding
import Testing
import TraceTypes
import _TestSupport

@Suite("A fragment of a datagram that is complete already is a repeat")
struct RepeatedFragmentTests {
    private typealias Family = FragmentTests.Family

    static let captures: [(order: [Int], wholes: Int, repeats: Int)] = [
        ([0, 0, 1, 1, 2, 2], 1, 1), ([2, 2, 1, 1, 0, 0], 1, 1), ([0, 1, 2, 0, 1, 2], 2, 0),
        ([0, 1, 0, 1, 2, 2, 0], 1, 2), ([0, 1, 2, 2, 2], 1, 2), ([0, 1, 2], 1, 0),
    ]

    @Test(arguments: FragmentTests.Family.allCases, captures)
    func capturedTwice(_ family: FragmentTests.Family, _ capture: (order: [Int], wholes: Int, repeats: Int)) {
        let fragments = family.fragments()
        var bench = DecodingBench()
        let results = capture.order.map { bench.decode(fragments[$0]) }
        #expect(results.compactMap(\.payload) == [[UInt8]](repeating: Sample.payload, count: capture.wholes))
        #expect(bench.decoder.account.held[.fragment] == capture.repeats)
        bench.decoder.finish()
        #expect(bench.decoder.mayHaveLostSIP == false)
        let account = bench.decoder.account
        #expect(account.held.total == 0)
        #expect(account.datagrams == capture.order.count - capture.repeats)
        #expect(account.other[.fragmentRepeated] == capture.repeats)
        #expect(account.frames == capture.order.count)
    }

    /// Whether a fragment after some that make a datagram counts as a repeat, once it is given up.
    private func isRepeat(
        _ fragment: PacketBuilder, after fragments: [PacketBuilder], at seconds: Double = 0,
        limits: DecodingLimits = DecodingLimits()
    ) -> Bool {
        var bench = DecodingBench(limits: limits)
        for fragment in fragments { _ = bench.decode(fragment) }
        #expect(bench.decode(fragment, at: seconds).name == "held: fragment")
        bench.decoder.advance(to: Timestamp(nanoseconds: Int64((seconds + 31) * 1e9)))
        let account = bench.decoder.account
        let isRepeat = account.other[.fragmentRepeated] == 1
        #expect(account.held[.fragment] == (isRepeat ? 0 : 1))
        #expect(account.events[.fragmentsExpired] == (isRepeat ? 0 : 1))
        #expect(bench.decoder.mayHaveLostSIP == !isRepeat)
        #expect(account.frames == fragments.count + 1)
        return isRepeat
    }

    /// The second of the sample's three fragments with something changed; the number may have been used again.
    static let others: [(name: String, range: Range<Int>, change: UInt8, field: UInt16, isRepeat: Bool)] = [
        ("the same", 16..<32, 0, 0x2002, true),
        ("a part of it", 24..<32, 0, 0x2003, true),
        ("other bytes", 16..<32, 1, 0x2002, false),
        ("the datagram's end, too early", 16..<32, 0, 0x0002, false),
        ("at another place", 16..<32, 0, 0x2004, false),
    ]

    @Test(arguments: others)
    func theSameBytesMakeTheRepeat(
        _ name: String, _ range: Range<Int>, _ change: UInt8, _ field: UInt16, _ isRepeat: Bool
    ) {
        let fragments = Family.v4.fragments()
        var part = Array(fragments.flatMap { $0.bytes.dropFirst(20) }[range])
        part[part.count - 1] ^= change
        let again = PacketBuilder(part, protocolNumber: 17)
            .ipv4(from: Sample.alice, to: Sample.bob, identification: 1, fragment: field)
        #expect(self.isRepeat(again, after: fragments) == isRepeat, Comment(rawValue: name))
    }

    @Test func anotherDatagramWithTheSameNumberIsPutTogether() {
        let old = Family.v4.fragments()
        let other = PacketBuilder(String(Sample.text.prefix(30)) + "123456789").udp(from: 5060, to: 5080)
            .ipv4Fragments(from: Sample.alice, to: Sample.bob, size: 16)
        #expect(old[1].bytes.dropFirst(20) == other[1].bytes.dropFirst(20))
        for order in [[0, 1, 2], [1, 2, 0], [2, 1, 0]] {
            var bench = DecodingBench()
            for fragment in old { _ = bench.decode(fragment) }
            let results = order.map { bench.decode(other[$0]) }
            #expect(results.last?.payload?.suffix(9) == Array("123456789".utf8).suffix(9))
            #expect(bench.decoder.account.events.named == ["datagram-reassembled": 2])
            #expect(isRepeat(other[2], after: old + other))
            #expect(!isRepeat(old[2], after: old + other))
        }
    }

    @Test(arguments: [(30.0, true), (30.5, false)])
    func age(_ seconds: Double, _ isRepeat: Bool) {
        let fragments = Family.v4.fragments()
        #expect(self.isRepeat(fragments[2], after: fragments, at: seconds) == isRepeat)
    }

    @Test("Only so many are remembered", arguments: ["datagrams", "bytes"])
    func limits(_ limit: String) {
        var limits = DecodingLimits()
        if limit == "datagrams" { limits.completedDatagrams = 2 } else { limits.completedBytes = 2 * 47 }
        let datagrams = (1...3).map { Family.v4.fragments(identification: $0) }
        let known = datagrams.map { isRepeat($0[1], after: Array(datagrams.joined()), limits: limits) }
        #expect(known == [false, true, true])
    }
}
