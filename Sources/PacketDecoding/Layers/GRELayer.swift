/// Generic Routing Encapsulation, version 0, and version 1 as PPTP uses it.
enum GRELayer {
    private static let checksum: UInt16 = 0x8000
    private static let routing: UInt16 = 0x4000
    private static let key: UInt16 = 0x2000
    private static let sequence: UInt16 = 0x1000
    private static let acknowledgement: UInt16 = 0x0080
    private static let version: UInt16 = 0x0007

    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(4) else { return .undecoded(.shortTunnelHeader) }
        let flags = bytes.bigEndian16(at: cursor.offset)
        let type = bytes.bigEndian16(at: cursor.offset + 2)
        guard flags & version <= 1, flags & routing == 0 else { return .undecoded(.malformedTunnelHeader) }
        let optional = key | sequence | (flags & version == 0 ? checksum : acknowledgement)
        let length = 4 + 4 * (flags & optional).nonzeroBitCount
        guard cursor.has(length) else { return .undecoded(.shortTunnelHeader) }
        cursor.offset += length
        // PPTP acknowledges with a header that nothing follows.
        guard cursor.wireCount > 0 else { return .other(.otherIPProtocol) }
        return switch type {
        case 0x88be where flags & sequence == 0: .next(EthernetLayer.read)
        case 0x88be: .next(ERSPANLayer.readTypeII)
        case 0x22eb: .next(ERSPANLayer.readTypeIII)
        case 0x883e: .next(readRedirected)
        default: LayerTable.etherType(type)
        }
    }

    /// What a router redirects to a web cache (WCCP): IPv4, in the second version behind a header of four bytes.
    private static func readRedirected(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(4) else { return .undecoded(.shortTunnelHeader) }
        if bytes[cursor.offset] >> 4 != 4 { cursor.offset += 4 }
        return .next(IPv4Layer.read)
    }
}
