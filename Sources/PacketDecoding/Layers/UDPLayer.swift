/// UDP. A payload that a snap length cut is delivered as far as it goes.
enum UDPLayer {
    private static let headerLength = 8

    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        let start = cursor.offset
        guard cursor.has(headerLength) else { return .undecoded(.shortTransportHeader) }
        let length = Int(bytes.bigEndian16(at: start + 4))
        guard length >= headerLength, length <= cursor.wireCount else { return .undecoded(.malformedTransportHeader) }
        cursor.limit(to: length)
        cursor.offset += headerLength
        let destinationPort = bytes.bigEndian16(at: start + 2)
        if let tunnel = LayerTable.udpTunnel(destinationPort) { return .next(tunnel) }
        guard length > headerLength else { return .other(.emptyDatagram) }
        return .datagram(sourcePort: bytes.bigEndian16(at: start), destinationPort: destinationPort)
    }
}
