import PacketDecoding
import Testing
import TraceTypes
import _TestSupport

@Suite("Damaged packets never trap and never give bytes that are not there")
struct MutationTests {
    private static let seeds: [UInt64] = [1, 0x5e_ed5e_ed5e, UInt64.random(in: 0...UInt64.max)]

    private static let originals: [(frame: [UInt8], linkType: LinkType)] = {
        let fragments4 = Sample.udp.ipv4Fragments(from: Sample.alice, to: Sample.bob, size: 16)
        let fragments6 = Sample.udp.ipv6Fragments(from: Sample.alice6, to: Sample.bob6, size: 16)
        let segments = (0..<8).map { Sample.segment("0123456789", 1 + 10 * $0) }
        return LayerCase.all.map { ($0.frame, $0.linkType) }
            + (fragments4 + fragments6 + segments).map { ($0.bytes, .raw) }
    }()

    @Test(arguments: seeds)
    func mutations(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var limits = DecodingLimits()
        limits.fragmentedDatagrams = 20
        limits.fragmentBytes = 100_000
        limits.completedDatagrams = 4
        limits.streams = 20
        limits.heldBytes = 200
        limits.heldSegmentsPerStream = 4
        var bench = DecodingBench(limits: limits)
        var payloadBytes = 0
        for round in 0..<10_000 {
            let original = Self.originals[Int.random(in: 0..<Self.originals.count, using: &random)]
            var frame = original.frame
            for _ in 0..<Int.random(in: 0...6, using: &random) where !frame.isEmpty {
                frame[Int.random(in: 0..<frame.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if Int.random(in: 0..<8, using: &random) == 0 {
                frame = Array(frame.prefix(Int.random(in: 0...frame.count, using: &random)))
            }
            let extra = Int.random(in: 0..<4, using: &random) == 0 ? Int.random(in: 0..<5000, using: &random) : 0
            // Reading a payload outside the frame would trap here.
            let result = bench.decode(
                frame, linkType: original.linkType, at: Double(round) / 100, wireLength: frame.count + extra)
            payloadBytes += result.payload?.count ?? 0
            payloadBytes += bench.released().reduce(0) { $0 + ($1.payload?.count ?? 0) }
        }
        bench.decoder.finish()
        payloadBytes += bench.released().reduce(0) { $0 + ($1.payload?.count ?? 0) }
        #expect(bench.decoder.account.frames == 10_000, "seed \(seed)")
        #expect(payloadBytes > 0, "seed \(seed)")
    }
}
