/// The header of an SCTP chunk (RFC 9260).
struct SCTPChunk {
    /// Type, flags, length.
    static let headerLength = 4

    /// What the chunk is: 0 DATA, 64 I-DATA.
    let type: UInt8
    let flags: UInt8
    /// The chunk's length without padding.
    let length: Int

    /// Reads the chunk at the cursor; nil if its length contradicts the packet's, or its header was not captured.
    init?(_ bytes: Span<UInt8>, _ cursor: LayerCursor) {
        guard cursor.has(Self.headerLength) else { return nil }
        type = bytes[cursor.offset]
        flags = bytes[cursor.offset + 1]
        length = Int(bytes.bigEndian16(at: cursor.offset + 2))
        guard length >= Self.headerLength, length <= cursor.wireCount else { return nil }
    }

    /// How far the next chunk is: the length and up to three bytes of padding.
    var stride: Int { (length + 3) & ~3 }
}
