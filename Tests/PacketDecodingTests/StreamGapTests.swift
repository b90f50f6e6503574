import PacketDecoding
import Testing
import TraceTypes
import _TestSupport

@Suite("Gaps in TCP streams are given up by limits, and said")
struct StreamGapTests {
    /// A bench whose stream stands at 4 and lacks one byte there.
    private func benchWithGap(_ limits: DecodingLimits = DecodingLimits()) -> DecodingBench {
        var bench = DecodingBench(limits: limits)
        _ = bench.decode(Sample.segment("abc", 1), at: 10)
        _ = bench.decode(Sample.segment("efg", 5), at: 10)
        return bench
    }

    @Test func byNumber() {
        var limits = DecodingLimits()
        limits.heldSegmentsPerStream = 2
        var bench = benchWithGap(limits)
        #expect(bench.decode(Sample.segment("hij", 8), at: 10).name == "held: segment-ahead-of-gap")
        #expect(bench.released().isEmpty)
        #expect(bench.decode(Sample.segment("lmn", 12), at: 10).name == "held: segment-ahead-of-gap")
        let released = bench.released()
        #expect(released.map(\.payload) == [Array("efghij".utf8)])
        #expect(released.first?.chunk?.followsGap == true)
        #expect(released.first?.header?.frame == FrameNumber(rawValue: 3))
        #expect(bench.decode(Sample.segment("k", 11), at: 10).payload == Array("klmn".utf8))
        #expect(bench.decoder.account.events.named == ["stream-gap": 1])
    }

    @Test(arguments: [true, false])
    func byBytes(_ perStream: Bool) {
        var limits = DecodingLimits()
        if perStream { limits.heldBytesPerStream = 5 } else { limits.heldBytes = 5 }
        var bench = benchWithGap(limits)
        #expect(bench.released().isEmpty)
        #expect(bench.decode(Sample.segment("hij", 8), at: 10).name == "held: segment-ahead-of-gap")
        #expect(bench.released().map(\.payload) == [Array("efghij".utf8)])
        #expect(bench.decode(Sample.segment("k", 11), at: 10).payload == Array("k".utf8))
    }

    @Test func bySegmentsOfAllStreams() {
        var limits = DecodingLimits()
        limits.heldSegments = 1
        var bench = benchWithGap(limits)
        #expect(bench.released().isEmpty)
        let other = { (text: String, sequence: UInt32) in
            PacketBuilder(text).tcp(from: 40_001, to: 5060, sequence: sequence).ipv4(from: Sample.alice, to: Sample.bob)
        }
        _ = bench.decode(other("abc", 1), at: 10)
        #expect(bench.decode(other("efg", 5), at: 10).name == "held: segment-ahead-of-gap")
        #expect(bench.released().map(\.chunk?.stream.rawValue) == [1])
        #expect(bench.decoder.account.held.named == ["segment-ahead-of-gap": 1])
    }

    @Test(arguments: [(5.0, false), (6.1, true)])
    func byAge(_ seconds: Double, _ isGivenUp: Bool) {
        var bench = benchWithGap()
        bench.decoder.advance(to: Timestamp(nanoseconds: Int64((10 + seconds) * 1e9)))
        #expect(bench.released().map(\.payload) == (isGivenUp ? [Array("efg".utf8)] : []))
        let missing = bench.decode(Sample.segment("d", 4), at: 10 + seconds)
        #expect(missing.name == (isGivenUp ? "other: tcp-retransmission" : "reassembled stream"))
    }

    @Test func byTheNextFrame() {
        var bench = benchWithGap()
        let next = bench.decode(Sample.segment("hij", 8), at: 20)
        #expect(bench.released().map(\.payload) == [Array("efg".utf8)])
        #expect(next.name == "stream")
        #expect(next.payload == Array("hij".utf8))
        #expect(next.chunk?.followsGap == false)
    }

    @Test func byTheEndOfTheCapture() {
        var bench = benchWithGap()
        _ = bench.decode(Sample.segment("xyz", 20), at: 10)
        bench.decoder.finish()
        let released = bench.released()
        #expect(released.map(\.payload) == [Array("efg".utf8), Array("xyz".utf8)])
        #expect(released.map(\.chunk?.followsGap) == [true, true])
        #expect(released.map(\.chunk?.ends) == [false, false])
        #expect(bench.decoder.account.events.named == ["stream-gap": 2])
    }

    @Test func bytesASnapLengthCutAreAGap() {
        var bench = DecodingBench()
        let whole = Sample.segment("abcdef", 1).bytes
        let cut = bench.decode(Array(whole.dropLast(2)), wireLength: whole.count)
        #expect(cut.payload == Array("abcd".utf8))
        #expect(cut.header?.isTruncated == true)
        let next = bench.decode(Sample.segment("ghi", 7))
        #expect(next.payload == Array("ghi".utf8))
        #expect(next.chunk?.followsGap == true)
        #expect(next.header?.isTruncated == false)
    }

    @Test func aCutSegmentThatClosesAGapIsAChunkOfItsOwn() {
        var bench = benchWithGap()
        let whole = Sample.segment("cd", 3).bytes
        let result = bench.decode(Array(whole.dropLast(1)), wireLength: whole.count)
        #expect(bench.released().map(\.payload) == [[]])
        #expect(result.payload == Array("efg".utf8))
        #expect(result.chunk?.followsGap == true)
    }

    @Test func theLongestSilentStreamIsEvicted() {
        var limits = DecodingLimits()
        limits.streams = 8
        var bench = DecodingBench(limits: limits)
        func frame(_ port: UInt16, _ sequence: UInt32) -> PacketBuilder {
            PacketBuilder("abc").tcp(from: port, to: 5060, sequence: sequence).ipv4(from: Sample.alice, to: Sample.bob)
        }
        for port in 1...8 as ClosedRange<UInt16> { _ = bench.decode(frame(port, 1), at: Double(port)) }
        _ = bench.decode(frame(1, 4), at: 9)
        #expect(bench.released().isEmpty)
        _ = bench.decode(frame(9, 1), at: 10)
        let released = bench.released()
        #expect(released.map(\.header?.source.port) == [2])
        #expect(released.map(\.chunk?.ends) == [true])
        #expect(bench.decoder.account.events[.streamEvicted] == 1)
        #expect(bench.decode(frame(1, 7), at: 11).chunk?.stream.rawValue == 0)
        #expect(bench.decode(frame(2, 4), at: 11).chunk?.stream.rawValue == 9)
    }

    @Test func theEndSentAgainHoldsNothing() {
        var limits = DecodingLimits()
        limits.heldSegments = 4
        var bench = DecodingBench(limits: limits)
        for first in stride(from: 100, to: 1_000, by: 100) as StrideTo<UInt32> {
            _ = bench.decode(Sample.segment("", first, flags: TCPFlags.synchronize))
            _ = bench.decode(Sample.segment("", first + 1, flags: TCPFlags.finish))
            let behind = bench.decode(Sample.segment("", first + 6, flags: TCPFlags.finish))
            #expect(behind.name == "other: tcp-without-data")
        }
        #expect(bench.decoder.account.held.total == 0)
        _ = bench.decode(Sample.segment("abc", 5_001))
        #expect(bench.decode(Sample.segment("ghi", 5_007)).name == "held: segment-ahead-of-gap")
        #expect(bench.decode(Sample.segment("def", 5_004)).payload == Array("defghi".utf8))
        #expect(bench.decoder.account.events[.streamGap] == 0)
    }

    @Test func timeThatGoesBackGivesNothingUp() {
        var bench = benchWithGap()
        for seconds in [9, 0, 12, 3, 15] as [Double] { _ = bench.decode(Sample.ipv4, at: seconds) }
        _ = bench.decode(Sample.segment("xyz", 20), at: 2)
        #expect(bench.released().isEmpty)
        _ = bench.decode(Sample.segment("uvw", 30), at: 7.5)
        #expect(bench.released().map(\.payload) == [Array("efg".utf8), Array("xyz".utf8)])
    }

    @Test func lookingAtWhatIsHeldIsSpreadOverTheFrames() {
        func other(_ sequence: UInt32) -> PacketBuilder {
            PacketBuilder("a").tcp(from: 40_001, to: 5060, sequence: sequence).ipv4(from: Sample.alice, to: Sample.bob)
        }
        var bench = benchWithGap()
        _ = bench.decode(other(1), at: 14)
        for index in 1...40 as ClosedRange<UInt32> { _ = bench.decode(other(1 + 2 * index), at: 14) }
        _ = bench.decode(other(1), at: 16)
        #expect(bench.released().map(\.payload) == [Array("efg".utf8)])
        _ = bench.decode(other(1), at: 20)
        #expect(bench.released().isEmpty)
        for _ in 0..<2 { _ = bench.decode(other(1), at: 20) }
        #expect(bench.released().count == 40)
    }

    @Test func randomOrdersLoseNothing() {
        var random = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max))
        let seed = random
        let text = (0..<600).map { UInt8(97 + $0 % 26) }
        for _ in 0..<50 {
            let first = UInt32.max - 300
            var segments = stride(from: 0, to: 600, by: 10).map { ($0, min($0 + 15, 600)) }
            segments.shuffle(using: &random)
            var bench = DecodingBench()
            _ = bench.decode(Sample.segment("", first, flags: TCPFlags.synchronize))
            var delivered: [UInt8] = []
            for (start, end) in segments {
                let part = String(decoding: text[start..<end], as: UTF8.self)
                delivered += bench.decode(Sample.segment(part, first &+ 1 &+ UInt32(start))).payload ?? []
            }
            #expect(delivered == text, "\(seed)")
        }
    }
}
