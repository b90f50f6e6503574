/// Ethernet in IP (RFC 3378): a version, then the frame.
enum EtherIPLayer {
    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(2) else { return .undecoded(.shortTunnelHeader) }
        // Some senders write the digits of the version the other way round.
        let version = bytes[cursor.offset]
        guard version == 0x30 || version == 0x03 else { return .undecoded(.malformedTunnelHeader) }
        cursor.offset += 2
        return .next(EthernetLayer.read)
    }
}
