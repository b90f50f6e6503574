import TraceTypes

/// What Wireshark exports of a capture, for example of decrypted TLS: tags of a type and a length, then one protocol's
/// data without the layers below, whose addresses are among the tags.
enum ExportedPDULayer {
    private static let name: UInt16 = 12
    private static let end: UInt16 = 0

    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        var content = Content.other
        var payload = RelayedPayload(time: nil, sourcePort: 0, destinationPort: 0, transport: .udp)
        // Each turn goes on by four bytes at least.
        while cursor.has(4) {
            let tag = bytes.bigEndian16(at: cursor.offset)
            let length = Int(bytes.bigEndian16(at: cursor.offset + 2))
            cursor.offset += 4
            if tag == end { return content.step(payload) }
            guard length <= cursor.wireCount else { return .undecoded(.malformedLinkHeader) }
            guard cursor.has(length) else { break }
            if tag == name { content = Content(bytes, cursor.offset, length) }
            take(tag, length, bytes, &cursor, &payload)
            cursor.offset += length
        }
        return .undecoded(.shortLinkHeader)
    }

    private static func take(
        _ tag: UInt16, _ length: Int, _ bytes: Span<UInt8>, _ cursor: inout LayerCursor, _ payload: inout RelayedPayload
    ) {
        let start = cursor.offset
        switch (tag, length) {
        case (20, 4): cursor.source = bytes.ipv4Address(at: start)
        case (21, 4): cursor.destination = bytes.ipv4Address(at: start)
        case (22, 16): cursor.source = bytes.ipv6Address(at: start)
        case (23, 16): cursor.destination = bytes.ipv6Address(at: start)
        case (24, 4): payload.transport = transport(bytes.bigEndian32(at: start))
        case (25, 4): payload.sourcePort = UInt16(truncatingIfNeeded: bytes.bigEndian32(at: start))
        case (26, 4): payload.destinationPort = UInt16(truncatingIfNeeded: bytes.bigEndian32(at: start))
        default: break
        }
    }

    private static func transport(_ number: UInt32) -> Transport {
        switch number {
        case 1: .sctp
        case 2: .tcp
        default: .udp
        }
    }

    /// What the name of Wireshark's dissector stands for.
    private enum Content {
        case sip, ip, other

        /// Names are padded with zeros.
        init(_ bytes: Span<UInt8>, _ start: Int, _ length: Int) {
            var text: UInt64 = 0
            for index in 0..<min(length, 8) where bytes[start + index] != 0 {
                text = text << 8 | UInt64(bytes[start + index])
            }
            switch text {
            case 0x73_6970: self = .sip
            case 0x6970, 0x6970_7636: self = .ip
            default: self = .other
            }
        }

        func step(_ payload: RelayedPayload) -> LayerStep {
            switch self {
            case .sip: .relayed(payload)
            case .ip: .next(RawIPLayer.read)
            case .other: .other(.exportedPDU)
            }
        }
    }
}
