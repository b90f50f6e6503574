/// Packets as packet filters and the like log them, behind a header that has their address family.
enum FilterLogLayer {
    /// OpenBSD's pflog: length, family; the length is rounded up to four bytes.
    static func readPFLog(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(2) else { return .undecoded(.shortLinkHeader) }
        let length = (Int(bytes[cursor.offset]) + 3) & ~3
        guard length >= 48 else { return .undecoded(.malformedLinkHeader) }
        return enter(UInt32(bytes[cursor.offset + 1]), behind: length, &cursor)
    }

    /// OpenBSD's enc, which shows packets before and after IPsec: family, SPI, flags.
    static func readENC(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(12) else { return .undecoded(.shortLinkHeader) }
        let family = bytes.bigEndian32(at: cursor.offset)
        cursor.offset += 12
        return AddressFamily.step(hostOrder: family)
    }

    /// Solaris' ipnet: version, family, and 22 bytes about zones and interfaces.
    static func readIPNET(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(2) else { return .undecoded(.shortLinkHeader) }
        return enter(UInt32(bytes[cursor.offset + 1]), behind: 24, &cursor)
    }

    private static func enter(_ family: UInt32, behind length: Int, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(length) else { return .undecoded(.shortLinkHeader) }
        cursor.offset += length
        return AddressFamily.step(family)
    }
}
