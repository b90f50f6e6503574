/// The fixed IPv6 header; extension headers are layers of their own.
enum IPv6Layer {
    private static let headerLength = 40

    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        let start = cursor.offset
        guard cursor.has(headerLength) else { return .undecoded(.shortIPHeader) }
        guard bytes[start] >> 4 == 6 else { return .undecoded(.malformedIPHeader) }
        let payloadLength = Int(bytes.bigEndian16(at: start + 4))
        cursor.source = bytes.ipv6Address(at: start + 8)
        cursor.destination = bytes.ipv6Address(at: start + 24)
        cursor.identification = nil
        cursor.offset += headerLength
        // A jumbogram, and segmentation by the card, leave the length zero; the frame's own end then holds.
        if payloadLength != 0 { cursor.limit(to: payloadLength) }
        return LayerTable.ipProtocol(bytes[start + 6])
    }
}
