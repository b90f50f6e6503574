/// PPP in UDP: L2TP, version 2 (RFC 2661), and version 3 on the same port.
enum L2TPLayer {
    private static let isControl: UInt16 = 0x8000
    private static let hasLength: UInt16 = 0x4000
    private static let hasSequence: UInt16 = 0x0800
    private static let hasOffset: UInt16 = 0x0200
    private static let reserved: UInt16 = 0x34f0

    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep? {
        let start = cursor.offset
        guard cursor.has(6) else { return cursor.cutHeader }
        let flags = bytes.bigEndian16(at: start)
        guard flags & reserved == 0 else { return nil }
        guard flags & 0x0f == 2 else { return version3(flags, bytes, &cursor) }
        if flags & hasLength != 0 {
            let length = Int(bytes.bigEndian16(at: start + 2))
            guard length >= 8, length <= cursor.wireCount else { return nil }
            cursor.limit(to: length)
        }
        if flags & isControl != 0 {
            return flags & (hasLength | hasSequence) == hasLength | hasSequence ? .other(.tunnelControl) : nil
        }
        var length = 6 + (flags & hasLength != 0 ? 2 : 0) + (flags & hasSequence != 0 ? 4 : 0)
        if flags & hasOffset != 0 {
            guard cursor.has(length + 2) else { return cursor.cutHeader }
            length += 2 + Int(bytes.bigEndian16(at: start + length))
        }
        guard length < cursor.wireCount else { return nil }
        guard cursor.has(length) else { return .undecoded(.shortTunnelHeader) }
        cursor.offset += length
        return .next(PPPLayer.read)
    }

    /// Version 3 over UDP (RFC 3931): flags and two reserved bytes before the session's identifier.
    private static func version3(
        _ flags: UInt16, _ bytes: Span<UInt8>, _ cursor: inout LayerCursor
    ) -> LayerStep? {
        guard flags & 0x0f == 3 else { return nil }
        if flags & isControl != 0 {
            let isWhole = Int(bytes.bigEndian16(at: cursor.offset + 2)) == cursor.wireCount
            return isWhole && flags & (hasLength | hasSequence) != 0 ? .other(.tunnelControl) : nil
        }
        guard flags == 3, bytes.bigEndian16(at: cursor.offset + 2) == 0 else { return nil }
        cursor.offset += 4
        return .next(L2TPv3Layer.read)
    }
}
