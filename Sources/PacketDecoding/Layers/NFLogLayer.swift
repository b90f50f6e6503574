/// Packets that Linux' netfilter logged: an address family, then attributes, of which one is the packet.
enum NFLogLayer {
    private static let packetHeader: UInt16 = 1
    private static let payload: UInt16 = 9

    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(4) else { return .undecoded(.shortLinkHeader) }
        let family = bytes[cursor.offset]
        guard bytes[cursor.offset + 1] == 0 else { return .undecoded(.malformedLinkHeader) }
        cursor.offset += 4
        var etherType: UInt16?
        // Each turn goes on by four bytes at least.
        while cursor.has(4) {
            let start = cursor.offset
            let length = Int(bytes.littleEndian16(at: start))
            let type = bytes.littleEndian16(at: start + 2) & 0x7fff
            guard length >= 4, length <= cursor.wireCount else { return .undecoded(.malformedLinkHeader) }
            if type == payload {
                cursor.offset += 4
                cursor.limit(to: length - 4)
                return step(family, etherType)
            }
            if type == packetHeader, length >= 6, cursor.has(6) { etherType = bytes.bigEndian16(at: start + 4) }
            guard cursor.has((length + 3) & ~3) else { break }
            cursor.offset += (length + 3) & ~3
        }
        return cursor.isTruncated ? .undecoded(.shortLinkHeader) : .other(.otherLinkProtocol)
    }

    /// A bridge's packets are of any EtherType.
    private static func step(_ family: UInt8, _ etherType: UInt16?) -> LayerStep {
        if family == 7, let etherType { return LayerTable.etherType(etherType) }
        return AddressFamily.step(UInt32(family))
    }
}
