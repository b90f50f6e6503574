/// IPsec's encapsulating security payload (RFC 4303), opened where its encryption is the null one (RFC 2410).
///
/// Nothing in the packet says how it is encrypted, nor how long its check value is. It is taken for plain only where
/// the trailer and the header inside both fit one of the usual lengths.
enum ESPLayer {
    /// The security parameters index and the sequence number.
    private static let headerLength = 8
    /// The padding's length and the next header.
    private static let trailerLength = 2

    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        open(bytes, &cursor) ?? .other(.esp)
    }

    /// Moves the cursor to the payload; nil, with the cursor where it was, if it does not look plain.
    static func open(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep? {
        guard !cursor.isTruncated else { return nil }
        // HMAC-MD5-96 and HMAC-SHA-1-96; HMAC-SHA-256-128; none; HMAC-SHA-384-192; HMAC-SHA-512-256.
        return open(bytes, &cursor, 12) ?? open(bytes, &cursor, 16) ?? open(bytes, &cursor, 0)
            ?? open(bytes, &cursor, 24) ?? open(bytes, &cursor, 32)
    }

    /// The same where the check value has this length.
    private static func open(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor, _ checkLength: Int) -> LayerStep? {
        guard cursor.has(headerLength + trailerLength + checkLength) else { return nil }
        let end = cursor.range.upperBound - checkLength
        let (next, padding) = (bytes[end - 1], Int(bytes[end - 2]))
        guard next == 6 || next == 17 || next == 4 || next == 41 else { return nil }
        let start = cursor.offset + headerLength
        let count = end - trailerLength - padding - start
        guard count >= 8, (count + padding + trailerLength) % 4 == 0 else { return nil }
        // Padding counts up from one (RFC 4303).
        for index in 0..<padding where bytes[start + count + index] != UInt8(index + 1) { return nil }
        guard isPlausible(next, bytes, start, count) else { return nil }
        cursor.offset = start
        cursor.limit(to: count)
        return LayerTable.ipProtocol(next)
    }

    /// Whether `count` bytes at `start` are a packet of this protocol and of just this length.
    private static func isPlausible(_ number: UInt8, _ bytes: Span<UInt8>, _ start: Int, _ count: Int) -> Bool {
        switch number {
        case 17:
            return Int(bytes.bigEndian16(at: start + 4)) == count
        case 6:
            guard count >= 20 else { return false }
            let header = Int(bytes[start + 12] >> 4) * 4
            let flags = bytes[start + 13] & 0x07
            let hasPorts = bytes.bigEndian16(at: start) != 0 && bytes.bigEndian16(at: start + 2) != 0
            // Reserved bits are zero, and of SYN, FIN and RST there is one at most.
            return hasPorts && header >= 20 && header <= count && bytes[start + 12] & 0x0e == 0
                && flags.nonzeroBitCount <= 1
        case 4:
            guard count >= 20, bytes[start] >> 4 == 4, bytes[start] & 15 >= 5 else { return false }
            return Int(bytes.bigEndian16(at: start + 2)) == count
        default:
            guard count >= 40, bytes[start] >> 4 == 6 else { return false }
            return Int(bytes.bigEndian16(at: start + 4)) + 40 == count
        }
    }
}
