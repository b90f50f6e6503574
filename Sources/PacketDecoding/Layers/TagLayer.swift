/// Tags of a fixed length between the addresses of a frame and its type, other than VLAN tags.
enum TagLayer {
    /// Cisco's VN-tag, and the tag of HSR rings (IEC 62439-3).
    static func readFour(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        read(4, bytes, &cursor)
    }

    /// The E-tag of port extenders (IEEE 802.1BR), and Cisco's security group tag.
    static func readSix(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        read(6, bytes, &cursor)
    }

    /// The service instance tag of a provider backbone (IEEE 802.1ah), behind which a whole frame follows.
    static func readServiceInstance(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(4) else { return .undecoded(.shortLinkHeader) }
        cursor.offset += 4
        return .next(EthernetLayer.read)
    }

    /// Passes over so many bytes, and goes on from the type behind them.
    static func read(_ length: Int, _ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(length + 2) else { return .undecoded(.shortLinkHeader) }
        let type = bytes.bigEndian16(at: cursor.offset + length)
        cursor.offset += length + 2
        return EthernetLayer.typeOrLength(type, bytes, &cursor)
    }
}
