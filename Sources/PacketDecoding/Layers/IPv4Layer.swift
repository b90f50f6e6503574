/// IPv4 with its options. Checksums are not looked at: cards fill them in after the capture.
enum IPv4Layer {
    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        let start = cursor.offset
        guard cursor.has(20) else { return .undecoded(.shortIPHeader) }
        let headerLength = Int(bytes[start] & 15) * 4
        guard bytes[start] >> 4 == 4, headerLength >= 20 else { return .undecoded(.malformedIPHeader) }
        let totalLength = Int(bytes.bigEndian16(at: start + 2))
        // Segmentation by the card leaves the length zero; the frame's own end then holds.
        if totalLength != 0 {
            guard totalLength >= headerLength else { return .undecoded(.malformedIPHeader) }
            cursor.limit(to: totalLength)
        }
        guard cursor.has(headerLength) else { return .undecoded(.shortIPHeader) }
        cursor.source = bytes.ipv4Address(at: start + 12)
        cursor.destination = bytes.ipv4Address(at: start + 16)
        let identification = bytes.bigEndian16(at: start + 4)
        cursor.identification = identification == 0 ? nil : identification
        cursor.offset += headerLength

        let fragmentation = bytes.bigEndian16(at: start + 6)
        guard fragmentation & 0x3fff != 0 else {
            // Most packets are of UDP: no step between.
            return bytes[start + 9] == 17 ? UDPLayer.read(bytes, &cursor) : LayerTable.ipProtocol(bytes[start + 9])
        }
        return .fragment(
            IPFragment(
                identification: UInt32(identification), protocolNumber: bytes[start + 9],
                offset: Int(fragmentation & 0x1fff) * 8, hasMore: fragmentation & 0x2000 != 0))
    }
}
