/// What capture drivers put before a frame of IEEE 802.11 to tell of the radio.
enum RadioLayer {
    private static let prismLength = 144

    /// Radiotap: a version, a length, and fields by bit, of which only the flags, behind a time, matter.
    static func readRadiotap(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        let start = cursor.offset
        guard cursor.has(8) else { return .undecoded(.shortLinkHeader) }
        let length = Int(bytes.littleEndian16(at: start + 2))
        guard bytes[start] == 0, length >= 8 else { return .undecoded(.malformedLinkHeader) }
        guard cursor.has(length) else { return .undecoded(.shortLinkHeader) }
        let isPadded = flags(bytes, start, length) & 0x20 != 0
        cursor.offset += length
        return WiFiLayer.read(bytes, &cursor, isPadded: isPadded)
    }

    private static func flags(_ bytes: Span<UInt8>, _ start: Int, _ length: Int) -> UInt8 {
        let present = bytes.littleEndian32(at: start + 4)
        guard present & 2 != 0 else { return 0 }
        var end = 8
        while end + 4 <= length, bytes.littleEndian32(at: start + end - 4) >> 31 == 1 { end += 4 }
        if present & 1 != 0 { end = ((end + 7) & ~7) + 8 }
        return end < length ? bytes[start + end] : 0
    }

    /// Prism: a header of fixed length, or that of AVS, which begins with its version.
    static func readPrism(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(4) else { return .undecoded(.shortLinkHeader) }
        if bytes.bigEndian32(at: cursor.offset) >> 12 == 0x80211 { return .next(readAVS) }
        guard cursor.has(prismLength) else { return .undecoded(.shortLinkHeader) }
        cursor.offset += prismLength
        return .next(WiFiLayer.read)
    }

    /// AVS: a version, then the length.
    static func readAVS(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(8) else { return .undecoded(.shortLinkHeader) }
        let length = Int(bytes.bigEndian32(at: cursor.offset + 4))
        guard length >= 8 else { return .undecoded(.malformedLinkHeader) }
        guard cursor.has(length) else { return .undecoded(.shortLinkHeader) }
        cursor.offset += length
        return .next(WiFiLayer.read)
    }
}
