/// The protocol field of a PPP frame, of two bytes or compressed to one.
enum PPPLayer {
    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        // The address and control fields that serial lines, and some tunnels, keep.
        if cursor.has(2), bytes.bigEndian16(at: cursor.offset) == 0xff03 { cursor.offset += 2 }
        guard cursor.has(2) else { return .undecoded(.shortTunnelHeader) }
        // Only the last byte of a protocol number is odd.
        let isCompressed = bytes[cursor.offset] & 1 == 1
        let number = isCompressed ? UInt16(bytes[cursor.offset]) : bytes.bigEndian16(at: cursor.offset)
        cursor.offset += isCompressed ? 1 : 2
        return switch number {
        case 0x0021: .next(IPv4Layer.read)
        case 0x0057: .next(IPv6Layer.read)
        default: .other(.otherLinkProtocol)
        }
    }
}
