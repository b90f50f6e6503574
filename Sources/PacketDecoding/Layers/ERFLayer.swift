/// The record header of Endace cards: time, kind, flags, three lengths; then extensions, and the frame.
enum ERFLayer {
    private static let headerLength = 16
    private static let hasMore: UInt8 = 0x80

    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(headerLength) else { return .undecoded(.shortLinkHeader) }
        let kind = bytes[cursor.offset + 8]
        let wireLength = Int(bytes.bigEndian16(at: cursor.offset + 14))
        var hasExtension = kind & hasMore != 0
        cursor.offset += headerLength
        // Each turn goes on by eight bytes.
        while hasExtension {
            guard cursor.has(8) else { return .undecoded(.shortLinkHeader) }
            hasExtension = bytes[cursor.offset] & hasMore != 0
            cursor.offset += 8
        }
        switch kind & 0x7f {
        case 2, 11, 16, 20:
            guard cursor.has(2) else { return .undecoded(.shortLinkHeader) }
            cursor.offset += 2
            cursor.limit(to: wireLength)
            return .next(EthernetLayer.read)
        case 22:
            cursor.limit(to: wireLength)
            return .next(IPv4Layer.read)
        case 23:
            cursor.limit(to: wireLength)
            return .next(IPv6Layer.read)
        default:
            return .other(.otherLinkProtocol)
        }
    }
}
