/// IEEE 802.2 LLC: SNAP with an EtherType, or the service access point of IP.
enum LLCLayer {
    /// The organization of bridged EtherTypes (IEEE 802.1H); zero stands for EtherTypes as well.
    private static let bridging: UInt32 = 0x00_00f8

    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(3) else { return .other(.llc) }
        let start = cursor.offset
        guard bytes[start + 2] == 0x03 else { return .other(.llc) }
        switch bytes.bigEndian16(at: start) {
        case 0xaaaa:
            cursor.offset += 3
            return snap(bytes, &cursor)
        case 0x0606:
            cursor.offset += 3
            return .next(IPv4Layer.read)
        default:
            return .other(.llc)
        }
    }

    /// Goes on from an organization's number and its protocol number.
    static func snap(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(5) else { return .other(.llc) }
        let organization = bytes.bigEndian32(at: cursor.offset) >> 8
        guard organization == 0 || organization == bridging else { return .other(.llc) }
        let type = bytes.bigEndian16(at: cursor.offset + 3)
        cursor.offset += 5
        return LayerTable.etherType(type)
    }
}
