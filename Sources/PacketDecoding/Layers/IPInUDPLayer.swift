/// IP in UDP with little or nothing before it.
enum IPInUDPLayer {
    /// Teredo (RFC 4380): IPv6, behind an authentication, an indication of the origin, or both.
    static func readTeredo(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep? {
        guard cursor.has(2) else { return cursor.cutHeader }
        if bytes.bigEndian16(at: cursor.offset) == 1 {
            guard cursor.has(4) else { return cursor.cutHeader }
            let length = 13 + Int(bytes[cursor.offset + 2]) + Int(bytes[cursor.offset + 3])
            guard length < cursor.wireCount else { return nil }
            guard cursor.has(length + 2) else { return cursor.cutHeader }
            cursor.offset += length
        }
        if bytes.bigEndian16(at: cursor.offset) == 0 {
            guard cursor.has(8) else { return cursor.cutHeader }
            cursor.offset += 8
        }
        guard cursor.has(1) else { return cursor.cutHeader }
        guard bytes[cursor.offset] >> 4 == 6 else { return nil }
        guard cursor.has(20) else { return cursor.cutHeader }
        return Plausible.isIP(bytes, cursor) ? .next(IPv6Layer.read) : nil
    }

    /// LISP (RFC 9300): flags, numbers of sites, IP.
    static func readLISP(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep? {
        guard cursor.has(28) else { return cursor.cutHeader }
        guard Plausible.isIP(bytes, cursor, ahead: 8) else { return nil }
        cursor.offset += 8
        return .next(RawIPLayer.read)
    }

    /// Generic UDP Encapsulation: IP at once in version 1; in version 0 behind a header with the IP protocol.
    static func readGeneric(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep? {
        guard cursor.has(4) else { return cursor.cutHeader }
        let start = cursor.offset
        switch bytes[start] >> 6 {
        case 0:
            let length = 4 + Int(bytes[start] & 0x1f) * 4
            guard length <= cursor.wireCount else { return nil }
            guard cursor.has(length) else { return .undecoded(.shortTunnelHeader) }
            cursor.offset += length
            // Without flags there are two bytes of zero, which no text has; with them the payload must look like IP.
            let hasFlags = bytes.bigEndian16(at: start + 2) != 0
            guard !hasFlags || Plausible.isIP(bytes, cursor) else { return cursor.cutHeader }
            return bytes[start] & 0x20 == 0 ? LayerTable.ipProtocol(bytes[start + 1]) : .other(.tunnelControl)
        case 1:
            guard cursor.has(20) else { return cursor.cutHeader }
            return Plausible.isIP(bytes, cursor) ? .next(RawIPLayer.read) : nil
        default:
            return nil
        }
    }
}
