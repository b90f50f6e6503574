import TraceTypes

/// The first two versions: a structure of fixed length, which in the second a time follows.
enum HEPFixedHeader {
    private static let timeLength = 12

    /// Has no magic number, so all fields must agree: version, length, family, protocol.
    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep? {
        let start = cursor.offset
        let hasTime = bytes[start] == 2
        let isV4 = bytes[start + 2] == 2
        guard isV4 || bytes[start + 2] == 10 || bytes[start + 2] == 30 else { return nil }
        let headerLength = isV4 ? 16 : 40
        let length = headerLength + (hasTime ? timeLength : 0)
        guard bytes[start + 1] == headerLength, length < cursor.wireCount else { return nil }
        guard let transport = HEPLayer.transport(bytes[start + 3]) else { return nil }
        guard cursor.has(length) else { return .undecoded(.shortTunnelHeader) }
        var payload = RelayedPayload(
            sourcePort: bytes.bigEndian16(at: start + 4), destinationPort: bytes.bigEndian16(at: start + 6),
            transport: transport)
        if hasTime {
            let seconds = bytes.littleEndian32(at: start + headerLength)
            let microseconds = bytes.littleEndian32(at: start + headerLength + 4)
            guard microseconds < 1_000_000 else { return nil }
            payload.time = Timestamp(seconds: Int64(seconds), nanoseconds: Int64(microseconds) * 1000)
        }
        cursor.source = isV4 ? bytes.ipv4Address(at: start + 8) : bytes.ipv6Address(at: start + 8)
        cursor.destination = isV4 ? bytes.ipv4Address(at: start + 12) : bytes.ipv6Address(at: start + 24)
        cursor.offset += length
        return .relayed(payload)
    }
}
