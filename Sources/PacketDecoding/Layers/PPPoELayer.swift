/// A PPP over Ethernet session.
enum PPPoELayer {
    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        let start = cursor.offset
        guard cursor.has(6) else { return .undecoded(.shortTunnelHeader) }
        guard bytes[start] == 0x11 else { return .undecoded(.malformedTunnelHeader) }
        let isSessionData = bytes[start + 1] == 0
        guard isSessionData else { return .other(.otherLinkProtocol) }
        cursor.offset += 6
        cursor.limit(to: Int(bytes.bigEndian16(at: start + 4)))
        return .next(PPPLayer.read)
    }
}
