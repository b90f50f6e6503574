import PacketDecoding
import Testing
import TraceTypes
import _TestSupport

@Suite("What was lost counts as loss where it may have been SIP")
struct LossTests {
    /// How a part can be lost for good.
    enum Way: CaseIterable {
        case expired, evicted, leftAtTheEnd

        /// Lets what a bench holds be lost; `other` is a part of something else.
        func lose(_ bench: inout DecodingBench, _ other: PacketBuilder) {
            switch self {
            case .expired: bench.decoder.advance(to: Timestamp(seconds: 31, nanoseconds: 0))
            case .evicted: _ = bench.decode(other)
            case .leftAtTheEnd: bench.decoder.finish()
            }
        }

        /// Limits that leave room for one part.
        static var limits: DecodingLimits {
            var limits = DecodingLimits()
            limits.fragmentedDatagrams = 1
            limits.messageParts = 1
            return limits
        }
    }

    static let carriers: [UInt8] = [4, 6, 17, 41, 43, 44, 47, 50, 51, 60, 94, 97, 115, 132, 136, 137, 143]
    static let others: [UInt8] = [1, 2, 58, 59, 88, 89, 103, 108, 112, 253]

    private func fragment(_ number: UInt8, _ payload: [UInt8] = [], field: UInt16 = 0x2000) -> PacketBuilder {
        PacketBuilder([UInt8](repeating: 0, count: 8) + payload, protocolNumber: number)
            .ipv4(from: Sample.alice, to: Sample.bob, identification: UInt16(number) + 1, fragment: field)
    }

    @Test(arguments: Way.allCases, carriers + others)
    func fragments(_ way: Way, _ number: UInt8) {
        var bench = DecodingBench(limits: Way.limits)
        #expect(bench.decode(fragment(number)).name == "held: fragment")
        #expect(bench.decoder.mayHaveLostSIP == false)
        way.lose(&bench, fragment(254))
        #expect(bench.decoder.mayHaveLostSIP == Self.carriers.contains(number))
    }

    @Test(arguments: carriers + others)
    func fragmentsThatWereCut(_ number: UInt8) {
        let later = fragment(number, field: 0x2001).bytes
        var bench = DecodingBench()
        _ = bench.decode(Array(later.dropLast(2)), wireLength: later.count)
        #expect(bench.decoder.mayHaveLostSIP == Self.carriers.contains(number))
    }

    static let payloads: [(number: UInt8, first: UInt8, field: UInt16, mayBeSIP: Bool)] = [
        (17, 0x80, 0x2000, false), (17, 0x7f, 0x2000, true), (17, 0x80, 0x2001, true), (136, 0x80, 0x2000, false),
        (136, 0x49, 0x2000, true), (6, 0x80, 0x2000, true),
    ]

    @Test("Media is no loss where the first fragment shows it", arguments: payloads)
    func media(_ number: UInt8, _ first: UInt8, _ field: UInt16, _ mayBeSIP: Bool) {
        let packet = fragment(number, [first] + [UInt8](repeating: 0, count: 7), field: field)
        var bench = DecodingBench()
        #expect(bench.decode(packet).name == "held: fragment")
        bench.decoder.finish()
        #expect(bench.decoder.mayHaveLostSIP == mayBeSIP)
        var cut = DecodingBench()
        _ = cut.decode(Array(packet.bytes.dropLast(2)), wireLength: packet.bytes.count)
        #expect(cut.decoder.mayHaveLostSIP == mayBeSIP)
    }

    static let chunks: [(name: String, chunks: [[UInt8]], mayBeSIP: Bool)] = [
        ("a first part", [SCTPSample.data(1, "ab", "B")], true),
        ("a last part", [SCTPSample.data(1, "ab", "E")], true),
        ("a part of I-DATA", [SCTPSample.interleaved(1, "ab", "B", number: 1, fragment: 0)], true),
        ("a part of another protocol", [SCTPSample.data(1, "ab", "B", payloadProtocol: 18)], false),
        ("a last part of another protocol", [SCTPSample.data(1, "ab", "E", payloadProtocol: 18)], false),
        ("a part that is no text", [SCTPSample.data(1, "\u{0}\u{11}", "B")], false),
        ("a message", [SCTPSample.data(1, "ab")], false),
        ("all parts", [SCTPSample.data(1, "ab", "B"), SCTPSample.data(2, "cd", "E")], false),
    ]

    @Test(arguments: Way.allCases, chunks)
    func partsOfMessages(_ way: Way, _ sample: (name: String, chunks: [[UInt8]], mayBeSIP: Bool)) {
        var limits = Way.limits
        limits.messageParts = sample.chunks.count
        var bench = DecodingBench(limits: limits)
        _ = bench.decode(SCTPSample.packet(sample.chunks))
        #expect(bench.decoder.mayHaveLostSIP == false, Comment(rawValue: sample.name))
        way.lose(&bench, SCTPSample.packet([SCTPSample.data(9, "yz", "B")]))
        #expect(bench.decoder.mayHaveLostSIP == sample.mayBeSIP, Comment(rawValue: sample.name))
    }

    @Test(arguments: [("B", true), ("BE", false)])
    func chunksThatWereCut(_ part: String, _ isLoss: Bool) {
        let packet = SCTPSample.packet([SCTPSample.data(1, "INVITE", part)]).bytes
        var bench = DecodingBench()
        _ = bench.decode(Array(packet.dropLast(4)), wireLength: packet.count)
        #expect(bench.decoder.mayHaveLostSIP == isLoss)
    }
}
