/// Solaris' ATM devices: a kind of traffic, a path and a channel; then LLC, or a station's number and Ethernet.
enum SunATMLayer {
    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(4) else { return .undecoded(.shortLinkHeader) }
        let kind = bytes[cursor.offset] & 0x0f
        cursor.offset += 4
        switch kind {
        case 1:
            guard cursor.has(2) else { return .undecoded(.shortLinkHeader) }
            cursor.offset += 2
            return .next(EthernetLayer.read)
        case 2:
            return .next(LLCLayer.read)
        default:
            return .other(.otherLinkProtocol)
        }
    }
}
