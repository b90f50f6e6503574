import TraceTypes

/// Capture headers that name the link type of the frame behind them.
enum WrappedLinkLayer {
    /// PKTAP of macOS: length, kind of record, link type, and what is known of the process.
    static func readPKTAP(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(12) else { return .undecoded(.shortLinkHeader) }
        let length = Int(bytes.littleEndian32(at: cursor.offset))
        guard length >= 12 else { return .undecoded(.malformedLinkHeader) }
        guard bytes.littleEndian32(at: cursor.offset + 4) == 1 else { return .other(.otherLinkProtocol) }
        return enter(bytes.littleEndian32(at: cursor.offset + 8), behind: length, &cursor)
    }

    /// PPI: version, flags, length, link type, and fields about the radio.
    static func readPPI(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(8) else { return .undecoded(.shortLinkHeader) }
        let length = Int(bytes.littleEndian16(at: cursor.offset + 2))
        guard bytes[cursor.offset] == 0, length >= 8 else { return .undecoded(.malformedLinkHeader) }
        return enter(bytes.littleEndian32(at: cursor.offset + 4), behind: length, &cursor)
    }

    private static func enter(_ number: UInt32, behind length: Int, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(length) else { return .undecoded(.shortLinkHeader) }
        cursor.offset += length
        // Inside, raw IP has another number than in a file's header.
        return LayerTable.link(number == 12 ? .raw : LinkType(rawValue: number))
    }
}
