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
        let account = bench.decoder.account
        #expect(account.frames == frames.count + 1)
        #expect(account.datagrams == 3)
        #expect(account.streams == 1)
        #expect(account.held.named == ["segment-ahead-of-gap": 1, "fragment": 1])
        #expect(account.other.named == ["tcp-retransmission": 1])
        #expect(account.undecoded.named == ["short-ip-header": 1])
        #expect(account.events.named == ["segment-retransmitted": 1, "datagram-reassembled": 1, "stream-gap": 1])
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
