/// Frames that a switch mirrors through GRE (Cisco's ERSPAN).
enum ERSPANLayer {
    private static let hasSubheader: UInt16 = 0x0001

    /// Type II: version 1, eight bytes. Type I has no header of its own and is Ethernet at once.
    static func readTypeII(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(8) else { return .undecoded(.shortTunnelHeader) }
        guard bytes[cursor.offset] >> 4 == 1 else { return .undecoded(.malformedTunnelHeader) }
        cursor.offset += 8
        return .next(EthernetLayer.read)
    }

    /// Type III: version 2, twelve bytes, and eight more where the last bit says so.
    static func readTypeIII(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(12) else { return .undecoded(.shortTunnelHeader) }
        guard bytes[cursor.offset] >> 4 == 2 else { return .undecoded(.malformedTunnelHeader) }
        let length = bytes.bigEndian16(at: cursor.offset + 10) & hasSubheader == 0 ? 12 : 20
        guard cursor.has(length) else { return .undecoded(.shortTunnelHeader) }
        cursor.offset += length
        return .next(EthernetLayer.read)
    }
}
