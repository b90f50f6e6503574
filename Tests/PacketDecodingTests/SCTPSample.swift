import _TestSupport

/// SCTP packets for tests; their checksums are zero, which nobody looks at.
enum SCTPSample {
    /// A packet from alice to bob.
    static func packet(_ chunks: [[UInt8]], tag: UInt32 = 7) -> PacketBuilder {
        let header = Bytes.big(UInt16(5060)) + Bytes.big(UInt16(5080)) + Bytes.big(tag) + [0, 0, 0, 0]
        return PacketBuilder(header + chunks.joined(), protocolNumber: 132).ipv4(from: Sample.alice, to: Sample.bob)
    }

    /// A chunk with padding.
    static func chunk(_ type: UInt8, flags: UInt8 = 0, _ body: [UInt8] = []) -> [UInt8] {
        let padding = [UInt8](repeating: 0, count: (4 - body.count % 4) % 4)
        return [type, flags] + Bytes.big(UInt16(body.count + 4)) + body + padding
    }

    /// A DATA chunk; `part` has B where it is the first and E where it is the last of its message, U where unordered.
    static func data(
        _ transmission: UInt32, _ text: String, _ part: String = "BE", stream: UInt16 = 0, number: UInt16 = 0,
        payloadProtocol: UInt32 = 0
    ) -> [UInt8] {
        chunk(
            0, flags: flags(part),
            Bytes.big(transmission) + Bytes.big(stream) + Bytes.big(number) + Bytes.big(payloadProtocol) + text.utf8)
    }

    /// An I-DATA chunk.
    static func interleaved(
        _ transmission: UInt32, _ text: String, _ part: String, number: UInt32, fragment: UInt32
    ) -> [UInt8] {
        chunk(
            64, flags: flags(part),
            Bytes.big(transmission) + [0, 0, 0, 0] + Bytes.big(number) + Bytes.big(fragment) + text.utf8)
    }

    private static func flags(_ part: String) -> UInt8 {
        (part.contains("U") ? 4 : 0) | (part.contains("B") ? 2 : 0) | (part.contains("E") ? 1 : 0)
    }
}
