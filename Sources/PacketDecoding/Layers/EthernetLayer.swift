/// Ethernet II and IEEE 802.3 with LLC.
enum EthernetLayer {
    /// Two addresses and a type or length.
    private static let headerLength = 14
    /// A type field up to this value is the length of an 802.3 frame.
    private static let maximumLength: UInt16 = 1500

    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(headerLength) else { return .undecoded(.shortLinkHeader) }
        let type = bytes.bigEndian16(at: cursor.offset + 12)
        cursor.offset += headerLength
        return typeOrLength(type, bytes, &cursor)
    }

    /// Goes on from a field that is either an EtherType or the length of an LLC frame.
    static func typeOrLength(_ value: UInt16, _ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        // Most frames are of IPv4: no step between.
        if value == 0x0800 { return IPv4Layer.read(bytes, &cursor) }
        return value > maximumLength ? LayerTable.etherType(value) : LLCLayer.read(bytes, &cursor)
    }
}
