import PacketDecoding
import Testing
import TraceTypes
import _TestSupport

@Suite("TCP segments become streams in order")
struct StreamTests {
    private static let synchronize = TCPFlags.synchronize
    private static let finish = TCPFlags.finish | TCPFlags.acknowledge

    @Test(arguments: [1000, UInt32.max - 2] as [UInt32])
    func inOrderAfterTheHandshake(_ first: UInt32) throws {
        var bench = DecodingBench()
        #expect(bench.decode(Sample.segment("", first, flags: Self.synchronize)).name == "other: tcp-without-data")
        let one = bench.decode(Sample.segment("INVITE", first &+ 1))
        let two = bench.decode(Sample.segment(" sip:", first &+ 7))
        #expect([one, two].map(\.name) == ["stream", "stream"])
        #expect(one.payload == Array("INVITE".utf8))
        #expect(two.chunk?.followsGap == false)
        #expect(one.chunk?.stream == two.chunk?.stream)
        #expect(one.header?.transport == .tcp)
    }

    static let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]

    @Test(arguments: orders, [10, UInt32.max - 4] as [UInt32])
    func everyOrder(_ order: [Int], _ first: UInt32) {
        let parts = ["abc", "def", "ghi"]
        var bench = DecodingBench()
        _ = bench.decode(Sample.segment("", first, flags: Self.synchronize))
        var delivered: [UInt8] = []
        for index in order {
            let result = bench.decode(Sample.segment(parts[index], first &+ 1 &+ UInt32(index * 3)))
            delivered += result.payload ?? []
            #expect(result.chunk?.followsGap != true)
        }
        #expect(delivered == Array("abcdefghi".utf8))
        #expect(bench.decoder.account.events.total == 0)
        #expect(bench.decoder.account.held.total == 0)
        #expect(bench.decoder.account.streams == 3)
    }

    @Test func joinedMidway() {
        var bench = DecodingBench()
        let result = bench.decode(Sample.segment("abc", 77))
        #expect(result.name == "stream")
        #expect(result.chunk?.followsGap == false)
    }

    @Test func directionsAndConnectionsAreApart() {
        let back = PacketBuilder("xyz").tcp(from: 5060, to: 40_000, sequence: 500).ipv4(
            from: Sample.bob, to: Sample.alice)
        let other = PacketBuilder("xyz").tcp(from: 40_001, to: 5060, sequence: 900).ipv4(
            from: Sample.alice, to: Sample.bob)
        var bench = DecodingBench()
        let results = [Sample.segment("abc", 1), back, other, Sample.segment("def", 4)].map { bench.decode($0) }
        #expect(results.map(\.chunk?.stream.rawValue) == [0, 1, 2, 0])
    }

    @Test func retransmissionsAreDropped() {
        var bench = DecodingBench()
        _ = bench.decode(Sample.segment("abcdef", 100))
        #expect(bench.decode(Sample.segment("abcdef", 100)).name == "other: tcp-retransmission")
        #expect(bench.decode(Sample.segment("def", 103)).name == "other: tcp-retransmission")
        #expect(bench.decode(Sample.segment("g", 106)).payload == Array("g".utf8))
        #expect(bench.decoder.account.events.named == ["segment-retransmitted": 2])
    }

    @Test func heldSegmentsSentAgainAreDropped() {
        var bench = DecodingBench()
        _ = bench.decode(Sample.segment("abc", 1))
        #expect(bench.decode(Sample.segment("ghi", 7)).name == "held: segment-ahead-of-gap")
        #expect(bench.decode(Sample.segment("ghi", 7)).name == "other: tcp-retransmission")
        #expect(bench.decode(Sample.segment("ghijk", 7)).name == "held: segment-ahead-of-gap")
        #expect(bench.decode(Sample.segment("def", 4)).payload == Array("defghijk".utf8))
    }

    @Test func overlapsAreTrimmed() {
        var bench = DecodingBench()
        _ = bench.decode(Sample.segment("abc", 1))
        let result = bench.decode(Sample.segment("bcdef", 2))
        #expect(result.name == "stream")
        #expect(result.payload == Array("def".utf8))
        #expect(bench.decode(Sample.segment("ijkl", 9)).name == "held: segment-ahead-of-gap")
        #expect(bench.decode(Sample.segment("ghij", 7)).payload == Array("ghijkl".utf8))
        #expect(bench.decoder.account.events.named == ["segment-trimmed": 1])
    }

    @Test func aProbeThatKeepsAliveIsDropped() {
        var bench = DecodingBench()
        _ = bench.decode(Sample.segment("abc", 1))
        #expect(bench.decode(Sample.segment("", 3)).name == "other: tcp-without-data")
        #expect(bench.decode(Sample.segment("c", 3)).name == "other: tcp-retransmission")
    }

    @Test func finishEndsTheStream() {
        var bench = DecodingBench()
        _ = bench.decode(Sample.segment("abc", 1))
        let end = bench.decode(Sample.segment("def", 4, flags: Self.finish))
        #expect(end.payload == Array("def".utf8))
        #expect(end.chunk?.ends == true)
        #expect(bench.decode(Sample.segment("def", 4, flags: Self.finish)).name == "other: tcp-retransmission")
        #expect(bench.decode(Sample.segment("", 7, flags: Self.finish)).name == "other: tcp-without-data")
        #expect(bench.released().isEmpty)
    }

    @Test func finishWithoutData() {
        var bench = DecodingBench()
        _ = bench.decode(Sample.segment("abc", 1))
        let end = bench.decode(Sample.segment("", 4, flags: Self.finish))
        #expect(end.name == "stream")
        #expect(end.payload == [])
        #expect(end.chunk?.ends == true)
    }

    @Test func finishBeforeTheDataItFollows() {
        var bench = DecodingBench()
        _ = bench.decode(Sample.segment("abc", 1))
        #expect(bench.decode(Sample.segment("", 7, flags: Self.finish)).name == "held: segment-ahead-of-gap")
        let end = bench.decode(Sample.segment("def", 4))
        #expect(end.payload == Array("def".utf8))
        #expect(end.chunk?.ends == true)
    }

    @Test func finishOfAStreamThatNeverSpoke() {
        var bench = DecodingBench()
        _ = bench.decode(Sample.segment("", 1, flags: Self.synchronize))
        #expect(bench.decode(Sample.segment("", 2, flags: Self.finish)).name == "other: tcp-without-data")
        #expect(bench.released().isEmpty)
    }

    @Test func resetEndsBothDirections() {
        let back = PacketBuilder("xyz").tcp(from: 5060, to: 40_000, sequence: 500).ipv4(
            from: Sample.bob, to: Sample.alice)
        var bench = DecodingBench()
        _ = bench.decode(Sample.segment("abc", 1))
        _ = bench.decode(back)
        _ = bench.decode(Sample.segment("late", 10))
        #expect(bench.decode(Sample.segment("", 4, flags: TCPFlags.reset)).name == "other: tcp-without-data")
        let released = bench.released()
        #expect(released.map(\.chunk?.stream.rawValue) == [0, 0, 1])
        #expect(released.map(\.chunk?.ends) == [false, true, true])
        #expect(released.map(\.chunk?.followsGap) == [true, false, false])
        #expect(released.map(\.payload) == [Array("late".utf8), [], []])
        #expect(bench.decode(Sample.segment("", 4, flags: TCPFlags.reset)).name == "other: tcp-without-data")
        #expect(bench.released().isEmpty)
    }

    @Test func aSynchronizeTakesOverThePorts() {
        var bench = DecodingBench()
        let old = bench.decode(Sample.segment("abc", 1))
        _ = bench.decode(Sample.segment("", 5_000, flags: Self.synchronize))
        #expect(bench.released().map(\.chunk?.ends) == [true])
        let new = bench.decode(Sample.segment("def", 5_001))
        #expect(new.chunk?.stream != old.chunk?.stream)
    }

    @Test func theSameSynchronizeDoesNot() {
        var bench = DecodingBench()
        _ = bench.decode(Sample.segment("", 0, flags: Self.synchronize))
        let first = bench.decode(Sample.segment("abc", 1))
        #expect(bench.decode(Sample.segment("", 0, flags: Self.synchronize)).name == "other: tcp-retransmission")
        #expect(bench.released().isEmpty)
        let second = bench.decode(Sample.segment("def", 4))
        #expect(second.chunk?.stream == first.chunk?.stream)
    }

    @Test func dataWithTheSynchronize() {
        var bench = DecodingBench()
        let result = bench.decode(Sample.segment("abc", 9, flags: Self.synchronize))
        #expect(result.payload == Array("abc".utf8))
        #expect(bench.decode(Sample.segment("def", 13)).payload == Array("def".utf8))
    }

    @Test(arguments: [(16 << 20, false), (16 << 20 + 1, true)])
    func aJumpIsANewConnection(_ jump: Int, _ isNew: Bool) {
        var bench = DecodingBench()
        let first = bench.decode(Sample.segment("abc", 1))
        let later = bench.decode(Sample.segment("def", UInt32(4 + jump)))
        #expect(later.name == (isNew ? "stream" : "held: segment-ahead-of-gap"))
        #expect((later.chunk?.stream == first.chunk?.stream) == false)
        #expect(bench.released().map(\.chunk?.ends) == (isNew ? [true] : []))
    }

    @Test func dataAfterTheEndIsANewConnection() {
        var bench = DecodingBench()
        _ = bench.decode(Sample.segment("abc", 1, flags: Self.finish))
        let next = bench.decode(Sample.segment("def", 900))
        #expect(next.name == "stream")
        #expect(next.chunk?.stream.rawValue == 1)
        #expect(bench.released().isEmpty)
    }
}
