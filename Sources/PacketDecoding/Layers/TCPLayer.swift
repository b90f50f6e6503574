/// TCP with its options.
enum TCPLayer {
    private static let minimumHeaderLength = 20

    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        let start = cursor.offset
        guard cursor.has(minimumHeaderLength) else { return .undecoded(.shortTransportHeader) }
        let headerLength = Int(bytes[start + 12] >> 4) * 4
        guard headerLength >= minimumHeaderLength, headerLength <= cursor.wireCount else {
            return .undecoded(.malformedTransportHeader)
        }
        guard cursor.has(headerLength) else { return .undecoded(.shortTransportHeader) }
        cursor.offset += headerLength
        let flags = bytes[start + 13]
        return .segment(
            TCPSegment(
                sourcePort: bytes.bigEndian16(at: start), destinationPort: bytes.bigEndian16(at: start + 2),
                sequence: bytes.bigEndian32(at: start + 4), isSynchronizing: flags & 0x02 != 0,
                isFinishing: flags & 0x01 != 0, isResetting: flags & 0x04 != 0, wireCount: cursor.wireCount))
    }
}
