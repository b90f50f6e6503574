/// Ethernet in UDP: VXLAN (RFC 7348), and its generic extension, which carries other protocols as well.
enum VXLANLayer {
    private static let headerLength = 8
    private static let hasIdentifier: UInt8 = 0x08
    private static let hasNextProtocol: UInt8 = 0x04
    private static let isControl: UInt8 = 0x01

    /// The flag of group policies, and the identifier's, which must be set.
    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep? {
        guard cursor.has(headerLength) else { return cursor.cutHeader }
        let flags = bytes[cursor.offset]
        guard flags & 0x7f == hasIdentifier, bytes[cursor.offset + 7] == 0 else { return nil }
        cursor.offset += headerLength
        return .next(EthernetLayer.read)
    }

    /// The generic extension: version 0, and a protocol number where a flag says so.
    static func readGeneric(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep? {
        let start = cursor.offset
        guard cursor.has(headerLength) else { return cursor.cutHeader }
        let flags = bytes[start]
        guard flags & 0xf0 == 0, flags & (hasIdentifier | hasNextProtocol) != 0 else { return nil }
        guard bytes.bigEndian16(at: start + 1) == 0, bytes[start + 7] == 0 else { return nil }
        guard flags & isControl == 0 else { return .other(.tunnelControl) }
        cursor.offset += headerLength
        return flags & hasNextProtocol == 0 ? .next(EthernetLayer.read) : ServiceHeaderLayer.step(bytes[start + 3])
    }
}
