import PacketDecoding
import Testing
import TraceTypes
import _TestSupport

@Suite("SCTP user messages are found, put together and not repeated (RFC 9260, RFC 4168)")
struct SCTPTests {
    /// The payloads of some packets, in order, and the decoder after them.
    private func payloads(
        _ packets: [[[UInt8]]], limits: DecodingLimits = DecodingLimits()
    ) -> (texts: [String], bench: DecodingBench) {
        var bench = DecodingBench(limits: limits)
        var texts: [String] = []
        for packet in packets {
            let result = bench.decode(SCTPSample.packet(packet))
            for payload in (bench.released() + [result]).compactMap(\.payload) {
                texts.append(String(decoding: payload, as: UTF8.self))
            }
        }
        return (texts, bench)
    }

    @Test func aMessageInOneChunk() throws {
        var bench = DecodingBench()
        let result = bench.decode(SCTPSample.packet([SCTPSample.data(1, Sample.text)]))
        #expect(result.name == "datagram")
        #expect(result.payload == Sample.payload)
        let header = try #require(result.header)
        #expect(header.source == Endpoint(address: Sample.alice, port: 5060))
        #expect(header.destination == Endpoint(address: Sample.bob, port: 5080))
        #expect(header.transport == .sctp)
        #expect(header.isTruncated == false)
    }

    @Test func severalMessagesInAPacketComeInOrder() {
        let sack = SCTPSample.chunk(3, [UInt8](repeating: 0, count: 12))
        let chunks = [sack, SCTPSample.data(1, "one"), SCTPSample.data(2, "two!"), SCTPSample.data(3, "three")]
        let (texts, bench) = payloads([chunks])
        #expect(texts == ["one", "two!", "three"])
        #expect(bench.decoder.account.datagrams == 1)
        #expect(bench.decoder.account.frames == 1)
    }

    static let divided: [(name: String, packets: [[[UInt8]]], texts: [String], held: Int)] = [
        (
            "in order, the numbers wrapping around",
            [
                [SCTPSample.data(.max - 1, "ab", "B")], [SCTPSample.data(.max, "cd", "")],
                [SCTPSample.data(0, "ef", "E")],
            ], ["abcdef"], 0
        ),
        (
            "the last part first",
            [[SCTPSample.data(3, "ef", "E")], [SCTPSample.data(2, "cd", "")], [SCTPSample.data(1, "ab", "B")]],
            ["abcdef"], 0
        ),
        (
            "all parts in one packet, and a message behind",
            [[SCTPSample.data(1, "ab", "B"), SCTPSample.data(2, "cd", "E"), SCTPSample.data(3, "next")]],
            ["abcd", "next"], 0
        ),
        (
            "two unordered messages of one stream",
            [
                [SCTPSample.data(3, "ef", "BU")], [SCTPSample.data(1, "ab", "BU")], [SCTPSample.data(2, "cd", "EU")],
                [SCTPSample.data(4, "gh", "EU")],
            ], ["abcd", "efgh"], 0
        ),
        (
            "parts of two streams between each other, in I-DATA",
            [
                [SCTPSample.interleaved(1, "ab", "B", number: 5, fragment: 0)],
                [SCTPSample.interleaved(2, "ef", "B", number: 6, fragment: 0)],
                [SCTPSample.interleaved(3, "cd", "E", number: 5, fragment: 1)],
                [SCTPSample.interleaved(4, "gh", "E", number: 6, fragment: 1)],
            ], ["abcd", "efgh"], 0
        ),
        (
            "a part is missing", [[SCTPSample.data(1, "ab", "B")], [SCTPSample.data(3, "ef", "E")]], [], 2
        ),
        (
            "parts of different messages",
            [[SCTPSample.data(1, "ab", "B", number: 1)], [SCTPSample.data(2, "cd", "E", number: 2)]], [], 2
        ),
        (
            "a message begins where the last part should be",
            [[SCTPSample.data(1, "ab", "B")], [SCTPSample.data(2, "cd", "B")], [SCTPSample.data(3, "ef", "E")]],
            ["cdef"], 1
        ),
    ]

    @Test(arguments: divided)
    func parts(_ name: String, _ packets: [[[UInt8]]], _ texts: [String], _ held: Int) {
        let (found, bench) = payloads(packets)
        #expect(found == texts)
        let account = bench.decoder.account
        #expect(account.held[.messagePart] == held)
        #expect(account.datagrams == packets.count - held)
        #expect(account.frames == packets.count)
    }

    @Test func whatWaitsToBeFetchedIsCounted() {
        var bench = DecodingBench()
        _ = bench.decode(SCTPSample.packet([SCTPSample.data(1, "ab", "B")]))
        _ = bench.decode(SCTPSample.packet([SCTPSample.data(2, "cd", "E"), SCTPSample.data(3, "next")]))
        #expect(bench.decoder.account.datagrams == 2)
        #expect(bench.released().map(\.payload) == [Array("abcd".utf8)])
        #expect(bench.decoder.account.datagrams == 2)
        #expect(bench.decoder.account.frames == 2)
    }

    @Test func whatIsSentAgainIsDropped() {
        let again = [SCTPSample.data(1, "one")]
        let (texts, bench) = payloads([again, [SCTPSample.data(2, "two")], again])
        #expect(texts == ["one", "two"])
        #expect(bench.decoder.account.other.named == ["sctp-retransmission": 1])
        #expect(bench.decoder.account.events.named == ["chunk-retransmitted": 1])
    }

    @Test func anotherAssociationMayUseTheSameNumbers() {
        var bench = DecodingBench()
        for tag: UInt32 in [1, 2] {
            #expect(bench.decode(SCTPSample.packet([SCTPSample.data(1, "one")], tag: tag)).name == "datagram")
        }
    }

    @Test(
        "What cannot be SIP is named",
        arguments: [
            ("other: sctp", SCTPSample.packet([SCTPSample.chunk(1, [UInt8](repeating: 0, count: 16))])),
            ("other: sctp", SCTPSample.packet([SCTPSample.chunk(4)])),
            ("other: sctp", SCTPSample.packet([])),
            ("other: sctp", SCTPSample.packet([SCTPSample.data(1, "\u{0}\u{11}")])),
            ("other: sctp", SCTPSample.packet([SCTPSample.data(1, "ab", "B", payloadProtocol: 18)])),
            ("datagram", SCTPSample.packet([SCTPSample.data(1, "ab", payloadProtocol: 18)])),
            ("undecoded: malformed-transport-header", SCTPSample.packet([[0, 3, 0, 3]])),
            ("undecoded: malformed-transport-header", SCTPSample.packet([[0, 3, 0, 40, 1, 2]])),
            ("undecoded: short-transport-header", SCTPSample.packet([[0, 3]])),
            ("datagram", SCTPSample.packet([SCTPSample.data(1, "abc!"), [0, 3, 0, 3]])),
        ])
    func others(_ expected: String, _ packet: PacketBuilder) {
        var bench = DecodingBench()
        #expect(bench.decode(packet).name == expected)
    }

    @Test func aSnapLengthCutsAMessageButSpoilsAPart() {
        let whole = SCTPSample.packet([SCTPSample.data(1, "INVITE")]).bytes
        var bench = DecodingBench()
        let cut = bench.decode(Array(whole.dropLast(4)), wireLength: whole.count)
        #expect(cut.payload == Array("INVI".utf8))
        #expect(cut.header?.isTruncated == true)
        let part = SCTPSample.packet([SCTPSample.data(2, "INVITE", "B")]).bytes
        #expect(
            bench.decode(Array(part.dropLast(4)), wireLength: part.count).name == "undecoded: truncated-fragment")
    }

    @Test func inFragmentsOfIP() {
        let chunks = SCTPSample.data(1, "a first message") + SCTPSample.data(2, "a second message")
        let packet = PacketBuilder([0, 1, 0, 2, 0, 0, 0, 3, 0, 0, 0, 0] + chunks, protocolNumber: 132)
        var bench = DecodingBench()
        let fragments = packet.ipv4Fragments(from: Sample.alice, to: Sample.bob, size: 16)
        let last = fragments.map { bench.decode($0) }.last
        #expect(bench.released().map(\.payload) == [Array("a first message".utf8)])
        #expect(last?.payload == Array("a second message".utf8))
        #expect(bench.decoder.account.datagrams == fragments.count)
    }

    @Test func partsThatWaitTooLongAreDropped() {
        var bench = DecodingBench()
        _ = bench.decode(SCTPSample.packet([SCTPSample.data(1, "ab", "B")]))
        bench.decoder.advance(to: Timestamp(seconds: 31, nanoseconds: 0))
        let late = bench.decode(SCTPSample.packet([SCTPSample.data(2, "cd", "E")]), at: 32)
        #expect(late.name == "held: message-part")
        #expect(bench.decoder.account.events.named == ["message-parts-expired": 1])
        #expect(bench.decoder.account.held[.messagePart] == 2)
    }

    @Test("No limit is passed", arguments: ["parts", "bytes", "all parts", "all bytes", "associations"])
    func limits(_ limit: String) {
        var limits = DecodingLimits()
        switch limit {
        case "parts": limits.messageParts = 10
        case "bytes": limits.messagePartBytes = 25
        case "all parts": limits.heldMessageParts = 10
        case "all bytes": limits.heldMessagePartBytes = 25
        default: limits.associations = 8
        }
        var bench = DecodingBench(limits: limits)
        for number in 0..<40 as Range<UInt32> {
            let isAssociation = limit == "associations"
            let chunk = SCTPSample.data(number * 2, "ab", isAssociation ? "BE" : "B")
            _ = bench.decode(SCTPSample.packet([chunk], tag: isAssociation ? number : 1))
        }
        let events = bench.decoder.account.events
        #expect(events[.associationEvicted] == (limit == "associations" ? 32 : 0))
        let evicted = ["parts": 30, "bytes": 28, "all parts": 30, "all bytes": 28]
        #expect(events[.messagePartsEvicted] == evicted[limit] ?? 0)
    }

    @Test(arguments: [1, 99, UInt64.random(in: 0...UInt64.max)])
    func damageNeverTraps(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var bench = DecodingBench()
        for round in 0..<4_000 {
            let part = ["B", "", "E", "BE", "BU", "EU"].randomElement(using: &random) ?? ""
            let number = UInt32.random(in: 0...12, using: &random)
            let one = SCTPSample.data(number, "abcdefgh", part, number: UInt16(number % 2))
            let other = SCTPSample.interleaved(number &- 6, "ijklm", part, number: number % 2, fragment: number % 4)
            var bytes = SCTPSample.packet([one, other], tag: UInt32(round / 40)).bytes
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                bytes[Int.random(in: 20..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            _ = bench.decode(bytes, at: Double(round))
            _ = bench.released()
        }
        #expect(bench.decoder.account.frames == 4_000, "seed \(seed)")
        #expect(bench.decoder.account.datagrams > 100, "seed \(seed)")
    }
}
