/// The Network Service Header (RFC 8300), and the protocol numbers it shares with VXLAN's generic extension.
enum ServiceHeaderLayer {
    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(4) else { return .undecoded(.shortTunnelHeader) }
        let length = Int(bytes[cursor.offset + 1] & 0x3f) * 4
        guard bytes[cursor.offset] >> 6 == 0, length >= 8 else { return .undecoded(.malformedTunnelHeader) }
        guard cursor.has(length) else { return .undecoded(.shortTunnelHeader) }
        let next = bytes[cursor.offset + 3]
        cursor.offset += length
        return step(next)
    }

    /// The layer of a protocol number.
    static func step(_ number: UInt8) -> LayerStep {
        switch number {
        case 1: .next(IPv4Layer.read)
        case 2: .next(IPv6Layer.read)
        case 3: .next(EthernetLayer.read)
        case 4: .next(read)
        case 5: .next(MPLSLayer.read)
        default: .other(.otherLinkProtocol)
        }
    }
}
