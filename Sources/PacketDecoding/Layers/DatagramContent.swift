/// Tells by its first bytes what a UDP payload is when it cannot be SIP, so that nothing more is spent on it.
///
/// A SIP message begins with a letter or a line end: what is named here begins otherwise, or has a length field that
/// no text matches.
enum DatagramContent {
    /// What to do with the payload at the cursor; nil if it is to be delivered.
    static func step(
        _ bytes: Span<UInt8>, _ cursor: inout LayerCursor, _ sourcePort: UInt16, _ destinationPort: UInt16
    ) -> LayerStep? {
        guard cursor.has(4) else { return nil }
        if let tunnel = portStep(bytes, &cursor, sourcePort, destinationPort) { return tunnel }
        switch bytes[cursor.offset] {
        case 0x80...0xbf:
            guard min(sourcePort, destinationPort) >= 1024 else { return nil }
            return media(bytes, cursor)
        case 0x14...0x1a:
            return isDTLS(bytes, cursor) ? .other(.dtls) : nil
        case 0x00...0x3f:
            return isSTUN(bytes, cursor) ? .other(.stun) : nil
        default:
            return nil
        }
    }

    /// What only some ports carry.
    private static func portStep(
        _ bytes: Span<UInt8>, _ cursor: inout LayerCursor, _ sourcePort: UInt16, _ destinationPort: UInt16
    ) -> LayerStep? {
        func isUsed(_ port: UInt16) -> Bool { sourcePort == port || destinationPort == port }
        if isUsed(4500) { return ESPLayer.open(bytes, &cursor) }
        if isUsed(9899) { return SCTPLayer.isPlausible(bytes, cursor) ? .next(SCTPLayer.read) : nil }
        guard bytes[cursor.offset] & 0xf0 == 0x40, isUsed(3478) || isUsed(5349) else { return nil }
        return channelData(bytes, &cursor)
    }

    /// RTP and RTCP of version 2 (RFC 3550), told apart as where they share a port (RFC 5761).
    private static func media(_ bytes: Span<UInt8>, _ cursor: LayerCursor) -> LayerStep? {
        let start = cursor.offset
        let type = bytes[start + 1]
        if type >= 192, type <= 223 {
            let length = (Int(bytes.bigEndian16(at: start + 2)) + 1) * 4
            return length >= 8 && length <= cursor.wireCount ? .other(.rtcp) : nil
        }
        let isAssignable = type & 0x7f < 64 || type & 0x7f >= 96
        let length = 12 + 4 * Int(bytes[start] & 15)
        return isAssignable && length <= cursor.wireCount ? .other(.rtp) : nil
    }

    /// A DTLS record (RFC 6347, RFC 9147): its type was looked at, version 1.0 or 1.2, a length that fits.
    private static func isDTLS(_ bytes: Span<UInt8>, _ cursor: LayerCursor) -> Bool {
        let start = cursor.offset
        guard cursor.has(13), bytes[start + 1] == 0xfe, bytes[start + 2] >= 0xfc else { return false }
        return 13 + Int(bytes.bigEndian16(at: start + 11)) <= cursor.wireCount
    }

    /// A STUN message (RFC 8489): the length of its attributes and the magic cookie.
    private static func isSTUN(_ bytes: Span<UInt8>, _ cursor: LayerCursor) -> Bool {
        let start = cursor.offset
        guard cursor.has(8), bytes.bigEndian32(at: start + 4) == 0x2112_a442 else { return false }
        let length = Int(bytes.bigEndian16(at: start + 2))
        return length % 4 == 0 && 20 + length == cursor.wireCount
    }

    /// TURN's channel data (RFC 8656): number, length, then what one peer sent to the other, and perhaps padding.
    private static func channelData(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep? {
        let length = Int(bytes.bigEndian16(at: cursor.offset + 2))
        let padding = cursor.wireCount - 4 - length
        guard padding >= 0, padding <= 3 else { return nil }
        var inner = cursor
        inner.offset += 4
        inner.limit(to: length)
        guard MessageStart.isPlausible(bytes, inner) else { return .other(.turn) }
        cursor = inner
        return nil
    }
}
