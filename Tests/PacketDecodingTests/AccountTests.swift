import PacketDecoding
import Testing
import _TestSupport

@Suite("The account adds up and its names are stable")
struct AccountTests {
    @Test func everyFrameIsCountedOnce() {
        var bench = DecodingBench()
        let fragments = Sample.udp.ipv4Fragments(from: Sample.alice, to: Sample.bob, size: 24)
        let frames =
            [Sample.ipv4, Sample.ipv6, Sample.segment("abc", 1), Sample.segment("abc", 1), Sample.segment("xyz", 9)]
            + fragments
        for frame in frames { _ = bench.decode(frame) }
        _ = bench.decode([0x44])
        bench.decoder.finish()
        #expect(bench.released().count == 1)
        let account = bench.decoder.account
        #expect(account.frames == frames.count + 1)
        #expect(account.datagrams == 2 + fragments.count)
        #expect(account.streams == 2)
        #expect(account.held.total == 0)
        #expect(account.other.named == ["tcp-retransmission": 1])
        #expect(account.undecoded.named == ["short-ip-header": 1])
        #expect(account.events.named == ["segment-retransmitted": 1, "datagram-reassembled": 1, "stream-gap": 1])
    }

    @Test func whatIsNeverCompletedStaysHeld() {
        let first = Sample.udp.ipv4Fragments(from: Sample.alice, to: Sample.bob, size: 16)
        let second = Sample.udp.ipv4Fragments(from: Sample.alice, to: Sample.bob, size: 16, identification: 2)
        var bench = DecodingBench()
        for fragment in [first[0], first[2], second[2], second[0]] { _ = bench.decode(fragment) }
        _ = bench.decode(Sample.segment("abc", 1))
        _ = bench.decode(Sample.segment("ghi", 7))
        #expect(bench.decoder.account.held.named == ["fragment": 4, "segment-ahead-of-gap": 1])
        _ = bench.decode(second[1], at: 1)
        _ = bench.decode(Sample.segment("def", 4), at: 1)
        #expect(bench.decoder.account.held.named == ["fragment": 2])
        _ = bench.decode(first[1], at: 50)
        let account = bench.decoder.account
        #expect(account.held.named == ["fragment": 3])
        #expect(account.datagrams == 3)
        #expect(account.streams == 3)
        #expect(account.events[.fragmentsExpired] == 1)
        #expect(account.frames == 9)
    }

    @Test func fragmentsOfWhatIsHeldOrOtherGoTheirWay() {
        let ahead = PacketBuilder("0123456789abcdef").tcp(from: 40_000, to: 5060, sequence: 50)
            .ipv4Fragments(from: Sample.alice, to: Sample.bob, size: 16, identification: 7)
        let ping = PacketBuilder([UInt8](repeating: 0, count: 40), protocolNumber: 1)
            .ipv4Fragments(from: Sample.alice, to: Sample.bob, size: 8, identification: 8)
        var bench = DecodingBench()
        _ = bench.decode(Sample.segment("abc", 1))
        for fragment in ahead + ping { _ = bench.decode(fragment) }
        #expect(bench.decoder.account.held.named == ["segment-ahead-of-gap": ahead.count])
        #expect(bench.decoder.account.other.named == ["icmp": ping.count])
        bench.decoder.finish()
        #expect(bench.released().map(\.payload) == [Array("0123456789abcdef".utf8)])
        #expect(bench.decoder.account.streams == 1 + ahead.count)
        #expect(bench.decoder.account.frames == 1 + ahead.count + ping.count)
    }

    @Test func aHeldSegmentThatBroughtNothingIsARetransmission() {
        var bench = DecodingBench()
        for (text, sequence) in [("abc", 1), ("ghi", 7), ("ghijk", 7), ("def", 4)] as [(String, UInt32)] {
            _ = bench.decode(Sample.segment(text, sequence))
        }
        let account = bench.decoder.account
        #expect(account.streams == 3)
        #expect(account.other.named == ["tcp-retransmission": 1])
        #expect(account.events.named == ["segment-retransmitted": 1])
        #expect(account.frames == 4)
    }

    @Test func namesAreDistinctWordsJoinedByHyphens() {
        let sets = [
            HoldReason.allCases.map(\.name), OtherProtocol.allCases.map(\.name),
            UndecodedReason.allCases.map(\.name), DecodingEvent.allCases.map(\.name),
        ]
        for names in sets {
            #expect(Set(names).count == names.count)
            for name in names { #expect(name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil) }
        }
    }
}
