/// UDP, and UDP-Lite. A payload that a snap length cut is delivered as far as it goes.
enum UDPLayer {
    private static let headerLength = 8

    /// A length of zero, which jumbograms and segmentation by the card leave, means all there is; one beyond the IP
    /// payload means that a part is missing.
    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(headerLength) else { return .undecoded(.shortTransportHeader) }
        let length = Int(bytes.bigEndian16(at: cursor.offset + 4))
        if length != 0 {
            guard length >= headerLength else { return .undecoded(.malformedTransportHeader) }
            cursor.limit(to: length)
        }
        return payload(bytes, &cursor)
    }

    /// UDP-Lite (RFC 3828), whose second field is how far the checksum reaches.
    static func readLite(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(headerLength) else { return .undecoded(.shortTransportHeader) }
        return payload(bytes, &cursor)
    }

    private static func payload(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        let sourcePort = bytes.bigEndian16(at: cursor.offset)
        let destinationPort = bytes.bigEndian16(at: cursor.offset + 2)
        cursor.offset += headerLength
        guard cursor.wireCount > 0 else { return .other(.emptyDatagram) }
        if let tunnel = LayerTable.udpTunnel(from: sourcePort, to: destinationPort) {
            var inner = cursor
            if let step = tunnel(bytes, &inner) {
                cursor = inner
                return step
            }
        }
        if HEPLayer.mayBegin(bytes, cursor) {
            var inner = cursor
            if let step = HEPLayer.read(bytes, &inner) {
                cursor = inner
                return step
            }
        }
        return DatagramContent.step(bytes, &cursor, sourcePort, destinationPort)
            ?? .datagram(sourcePort: sourcePort, destinationPort: destinationPort)
    }
}
