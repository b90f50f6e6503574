/// The byte that some capture types put before a frame to say whether it was sent or received.
enum DirectionLayer {
    static func readPPP(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        skip(&cursor, HDLCLayer.read)
    }

    /// pppd writes the direction over the address.
    static func readPPPD(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(2) else { return .undecoded(.shortLinkHeader) }
        guard bytes[cursor.offset + 1] == 0x03 else { return skip(&cursor, PPPLayer.read) }
        cursor.offset += 2
        return .next(PPPLayer.read)
    }

    static func readCiscoHDLC(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        skip(&cursor, HDLCLayer.readCisco)
    }

    static func readFrameRelay(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        skip(&cursor, FrameRelayLayer.read)
    }

    private static func skip(_ cursor: inout LayerCursor, _ layer: @escaping Layer) -> LayerStep {
        guard cursor.has(1) else { return .undecoded(.shortLinkHeader) }
        cursor.offset += 1
        return .next(layer)
    }
}
