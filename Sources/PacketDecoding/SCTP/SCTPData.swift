/// What a DATA (RFC 9260) or I-DATA (RFC 8260) chunk says of its part of a user message.
struct SCTPData {
    /// The message that a part belongs to. Unordered DATA has no number; there the order alone tells messages apart.
    struct Message: Equatable {
        var stream: UInt16
        var number: UInt32
        var isUnordered: Bool
        var isInterleaved: Bool
    }

    /// Counts all chunks of a direction; a chunk that is sent again keeps its number.
    let transmission: UInt32
    let message: Message
    /// Where the part stands among the others: the transmission number, in I-DATA the number of the fragment.
    let order: UInt32
    let isFirst: Bool
    let isLast: Bool
    /// Whether the payload's protocol may be SIP's, which is zero (RFC 4168 section 5); only the first part of an
    /// I-DATA message says it.
    let hasNoProtocol: Bool
    /// The bytes in front of the part, chunk header included.
    let headerLength: Int

    /// Reads a chunk at the cursor; nil if it is of another type, has no data, or its header was not captured.
    init?(_ chunk: SCTPChunk, _ bytes: Span<UInt8>, _ cursor: LayerCursor) {
        let isInterleaved = chunk.type == 64
        guard isInterleaved || chunk.type == 0 else { return nil }
        headerLength = isInterleaved ? 20 : 16
        guard chunk.length > headerLength, cursor.has(headerLength) else { return nil }
        let start = cursor.offset
        isFirst = chunk.flags & 2 != 0
        isLast = chunk.flags & 1 != 0
        transmission = bytes.bigEndian32(at: start + 4)
        let isUnordered = chunk.flags & 4 != 0
        let last = bytes.bigEndian32(at: start + headerLength - 4)
        let number = isInterleaved ? bytes.bigEndian32(at: start + 12) : UInt32(bytes.bigEndian16(at: start + 10))
        message = Message(
            stream: bytes.bigEndian16(at: start + 8), number: isUnordered && !isInterleaved ? 0 : number,
            isUnordered: isUnordered, isInterleaved: isInterleaved)
        order = !isInterleaved ? transmission : isFirst ? 0 : last
        hasNoProtocol = last == 0 || isInterleaved && !isFirst
    }
}
