/// The common header of SCTP (RFC 9260); its chunks are taken apart by ``SCTPReassembler``.
enum SCTPLayer {
    /// Ports, verification tag, checksum.
    private static let headerLength = 12

    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        let start = cursor.offset
        guard cursor.has(headerLength) else { return .undecoded(.shortTransportHeader) }
        cursor.offset += headerLength
        return .chunks(
            SCTPHeader(
                sourcePort: bytes.bigEndian16(at: start), destinationPort: bytes.bigEndian16(at: start + 2),
                tag: bytes.bigEndian32(at: start + 4)))
    }

    /// Whether what a UDP port for SCTP carries (RFC 6951) is a packet of it, as far as its first chunk shows.
    static func isPlausible(_ bytes: Span<UInt8>, _ cursor: LayerCursor) -> Bool {
        guard cursor.has(headerLength + SCTPChunk.headerLength) else { return false }
        var rest = cursor
        rest.offset += headerLength
        guard let chunk = SCTPChunk(bytes, rest) else { return false }
        let isKnown = chunk.type <= 14 || [64, 128, 129, 130, 131, 132, 192, 193].contains(chunk.type)
        // No chunk has a flag above the lowest four; text has.
        return isKnown && chunk.flags < 16
    }
}
