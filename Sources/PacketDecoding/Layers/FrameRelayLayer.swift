/// Frame Relay (RFC 2427), and Cisco's variant with an EtherType behind the address.
enum FrameRelayLayer {
    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        // Only the last byte of an address, of two to four, is odd.
        var length = 1
        while length < 5, cursor.has(length), bytes[cursor.offset + length - 1] & 1 == 0 { length += 1 }
        guard cursor.has(length) else { return .undecoded(.shortLinkHeader) }
        guard (2...4).contains(length) else { return .undecoded(.malformedLinkHeader) }
        guard cursor.has(length + 2) else { return .undecoded(.shortLinkHeader) }
        cursor.offset += length
        let type = bytes.bigEndian16(at: cursor.offset)
        cursor.offset += 2
        switch type {
        case 0x03cc: return .next(IPv4Layer.read)
        case 0x038e: return .next(IPv6Layer.read)
        case 0x03cf: return .next(PPPLayer.read)
        case 0x0380: return LLCLayer.snap(bytes, &cursor)
        case 0x0300: return padded(bytes, &cursor)
        default: return type >> 8 == 0x03 ? .other(.otherLinkProtocol) : LayerTable.etherType(type)
        }
    }

    /// Behind a byte of padding, which brings SNAP to an even offset.
    private static func padded(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(1) else { return .undecoded(.shortLinkHeader) }
        let kind = bytes[cursor.offset]
        cursor.offset += 1
        return kind == 0x80 ? LLCLayer.snap(bytes, &cursor) : .other(.otherLinkProtocol)
    }
}
