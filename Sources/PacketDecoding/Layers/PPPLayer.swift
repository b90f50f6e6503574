/// The protocol field of a PPP frame, of two bytes or compressed to one.
enum PPPLayer {
    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        // The address and control fields that serial lines, and some tunnels, keep.
        if cursor.has(2), bytes.bigEndian16(at: cursor.offset) == 0xff03 { cursor.offset += 2 }
        guard cursor.has(1) else { return .undecoded(.shortTunnelHeader) }
        // Only the last byte of a protocol number is odd.
        let isCompressed = bytes[cursor.offset] & 1 == 1
        guard isCompressed || cursor.has(2) else { return .undecoded(.shortTunnelHeader) }
        let number = isCompressed ? UInt16(bytes[cursor.offset]) : bytes.bigEndian16(at: cursor.offset)
        cursor.offset += isCompressed ? 1 : 2
        return switch number {
        case 0x0021: .next(IPv4Layer.read)
        case 0x0057: .next(IPv6Layer.read)
        case 0x0281, 0x0283: .next(MPLSLayer.read)
        case 0x0031: .next(readBridged)
        case 0x003d: .next(readMultilink)
        default: .other(.otherLinkProtocol)
        }
    }

    /// A bridged frame (RFC 3518): flags, a kind of which 1 is Ethernet, the frame.
    private static func readBridged(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(2) else { return .undecoded(.shortTunnelHeader) }
        guard bytes[cursor.offset + 1] == 1 else { return .other(.otherLinkProtocol) }
        cursor.offset += 2
        return .next(EthernetLayer.read)
    }

    /// A part of a packet that went over several lines (RFC 1990), with the long sequence number. A packet that is not
    /// cut in parts is both the first and the last of them.
    private static func readMultilink(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(4) else { return .undecoded(.shortTunnelHeader) }
        guard bytes[cursor.offset] & 0xc0 == 0xc0 else { return .other(.otherLinkProtocol) }
        cursor.offset += 4
        return .next(read)
    }
}
