/// One label of an MPLS stack. Labels do not say what they carry, so the first byte behind the last one is looked at.
enum MPLSLayer {
    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(4) else { return .undecoded(.shortTunnelHeader) }
        let isLast = bytes[cursor.offset + 2] & 1 == 1
        cursor.offset += 4
        guard isLast else { return .next(read) }
        guard cursor.has(1) else { return .undecoded(.shortTunnelHeader) }
        switch bytes[cursor.offset] >> 4 {
        case 4: return .next(IPv4Layer.read)
        case 6: return .next(IPv6Layer.read)
        case 0 where cursor.has(4):
            // The control word of an Ethernet pseudowire.
            cursor.offset += 4
            return .next(EthernetLayer.read)
        default: return .other(.otherLinkProtocol)
        }
    }
}
