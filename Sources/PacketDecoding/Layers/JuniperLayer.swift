/// What Juniper's routers put before the frames they capture: a magic number, flags, and extensions.
enum JuniperLayer {
    private static let magic: UInt32 = 0x4d_4743
    private static let hasNoLinkHeader: UInt8 = 0x02
    private static let hasExtensions: UInt8 = 0x80
    /// Routers with service cards add eight bytes about the service.
    private static let cookieLength = 8

    static func readEthernet(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        enter(bytes, &cursor) { _, _ in .next(EthernetLayer.read) }
    }

    static func readPPP(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        enter(bytes, &cursor) { _, _ in .next(PPPLayer.read) }
    }

    static func readFrameRelay(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        enter(bytes, &cursor) { _, _ in .next(FrameRelayLayer.read) }
    }

    static func readCiscoHDLC(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        enter(bytes, &cursor) { _, _ in .next(HDLCLayer.readCisco) }
    }

    /// An EtherType, which is that of PPPoE.
    static func readEtherType(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        enter(bytes, &cursor) { bytes, cursor in
            guard cursor.has(2) else { return .undecoded(.shortLinkHeader) }
            let type = bytes.bigEndian16(at: cursor.offset)
            cursor.offset += 2
            return LayerTable.etherType(type)
        }
    }

    /// IP behind what is known of the service.
    static func readService(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        enter(bytes, &cursor) { _, cursor in
            guard cursor.has(cookieLength) else { return .undecoded(.shortLinkHeader) }
            cursor.offset += cookieLength
            return .next(RawIPLayer.read)
        }
    }

    private static func enter(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor, _ payload: Layer) -> LayerStep {
        let start = cursor.offset
        guard cursor.has(4) else { return .undecoded(.shortLinkHeader) }
        guard bytes.bigEndian32(at: start) >> 8 == magic else { return .undecoded(.malformedLinkHeader) }
        let flags = bytes[start + 3]
        var length = 4
        if flags & hasExtensions != 0 {
            guard cursor.has(6) else { return .undecoded(.shortLinkHeader) }
            length = 6 + Int(bytes.bigEndian16(at: start + 4))
        }
        if flags & hasNoLinkHeader != 0 { length += 4 }
        guard cursor.has(length) else { return .undecoded(.shortLinkHeader) }
        cursor.offset += length
        return flags & hasNoLinkHeader != 0 ? .next(RawIPLayer.read) : payload(bytes, &cursor)
    }
}
