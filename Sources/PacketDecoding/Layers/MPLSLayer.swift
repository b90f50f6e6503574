/// One label of an MPLS stack. Labels do not say what they carry, so what stands behind the last one is looked at.
enum MPLSLayer {
    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(4) else { return .undecoded(.shortTunnelHeader) }
        let isLast = bytes[cursor.offset + 2] & 1 == 1
        cursor.offset += 4
        return isLast ? payload(bytes, &cursor) : .next(read)
    }

    private static func payload(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(1) else { return .undecoded(.shortTunnelHeader) }
        let version = bytes[cursor.offset] >> 4
        // A pseudowire without a control word begins with any address, whose first digit may be that of an IP version.
        if !Plausible.isIP(bytes, cursor), Plausible.isEthernet(bytes, cursor) { return .next(EthernetLayer.read) }
        switch version {
        case 4: return .next(IPv4Layer.read)
        case 6: return .next(IPv6Layer.read)
        case 0:
            // The control word of an Ethernet pseudowire.
            guard cursor.has(4) else { return .undecoded(.shortTunnelHeader) }
            cursor.offset += 4
            return .next(EthernetLayer.read)
        default: return .other(.otherLinkProtocol)
        }
    }
}
