import PacketDecoding
import Testing
import TraceTypes
import _TestSupport

@Suite("A payload knows the frames that it is made of")
struct PartsTests {
    /// The frames that each result of some packets settles, of those that were released first.
    private func parts(_ packets: [PacketBuilder], keepsNumbers: Bool = true) -> [[UInt64]] {
        var decoder = PacketDecoder(keepsNumbers: keepsNumbers)
        var parts: [[UInt64]] = []
        for (index, packet) in packets.enumerated() {
            let header = FrameHeader(
                number: FrameNumber(rawValue: UInt64(index + 1)), time: Timestamp(nanoseconds: 0), linkType: .raw,
                wireLength: packet.bytes.count)
            _ = decoder.decode(header, packet.bytes.span)
            let own = decoder.settled.numbers.map(\.rawValue)
            while decoder.takeReleased() != nil { parts.append(decoder.settled.numbers.map(\.rawValue)) }
            parts.append(own)
        }
        return parts
    }

    @Test func fragments() {
        let pieces = Sample.udp.ipv4Fragments(from: Sample.alice, to: Sample.bob, size: 16)
        #expect(parts([pieces[2], Sample.ipv6, pieces[0], pieces[0], pieces[1]]) == [[], [2], [], [], [1, 3, 5]])
        #expect(parts(pieces, keepsNumbers: false) == [[], [], []])
    }

    @Test func fragmentsInsideFragments() {
        let inner = Sample.udp.ipv6Fragments(from: Sample.alice6, to: Sample.bob6, size: 24)
        let outer = PacketBuilder(Array(inner[1].bytes.dropFirst(40)), protocolNumber: 44)
            .ipv6Fragments(from: Sample.alice6, to: Sample.bob6, size: 16, identification: 9)
        #expect(
            parts(Array(outer.reversed()) + [inner[0]]).last == [1, 2, 3].prefix(outer.count) + [
                UInt64(outer.count + 1)
            ])
    }

    @Test func segmentsStayApart() {
        let segments = [("abc", 1), ("ghi", 7), ("jkl", 10), ("ghi", 7), ("def", 4)] as [(String, UInt32)]
        #expect(parts(segments.map { Sample.segment($0.0, $0.1) }) == [[1], [], [], [4], [5], [2], [3]])
    }

    @Test func aHeldSegmentInFragments() {
        let ahead = PacketBuilder("0123456789").tcp(from: 40_000, to: 5060, sequence: 4)
            .ipv4Fragments(from: Sample.alice, to: Sample.bob, size: 16)
        #expect(
            parts([Sample.segment("", 0, flags: TCPFlags.synchronize)] + ahead + [Sample.segment("abc", 1)])
                == [[1], [], [], [4], [2, 3]])
    }
}
