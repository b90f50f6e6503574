/// One VLAN tag of a stack (IEEE 802.1Q, 802.1ad and the older 0x9100).
enum VLANLayer {
    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(4) else { return .undecoded(.shortLinkHeader) }
        let type = bytes.bigEndian16(at: cursor.offset + 2)
        cursor.offset += 4
        return EthernetLayer.typeOrLength(type, bytes, &cursor)
    }
}
