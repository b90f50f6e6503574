/// MACsec (IEEE 802.1AE), whose payload can be read where it is authenticated only.
enum MACsecLayer {
    private static let isExplicit: UInt8 = 0x20
    /// Encrypted, or changed in another way.
    private static let isHidden: UInt8 = 0x0c

    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(1) else { return .undecoded(.shortLinkHeader) }
        let control = bytes[cursor.offset]
        guard control & isHidden == 0 else { return .other(.encryptedEthernet) }
        let length = control & isExplicit == 0 ? 6 : 14
        guard cursor.has(length + 2) else { return .undecoded(.shortLinkHeader) }
        let type = bytes.bigEndian16(at: cursor.offset + length)
        cursor.offset += length + 2
        return EthernetLayer.typeOrLength(type, bytes, &cursor)
    }
}
