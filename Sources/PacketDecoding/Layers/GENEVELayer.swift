/// GENEVE (RFC 8926): options of a counted length, then what the EtherType says.
enum GENEVELayer {
    private static let isControl: UInt8 = 0x80

    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep? {
        let start = cursor.offset
        guard cursor.has(8) else { return cursor.cutHeader }
        let length = 8 + Int(bytes[start] & 0x3f) * 4
        let isVersion0 = bytes[start] >> 6 == 0 && bytes[start + 1] & 0x3f == 0 && bytes[start + 7] == 0
        guard isVersion0, length <= cursor.wireCount else { return nil }
        guard cursor.has(length) else { return .undecoded(.shortTunnelHeader) }
        cursor.offset += length
        if bytes[start + 1] & isControl != 0 { return .other(.tunnelControl) }
        return LayerTable.etherType(bytes.bigEndian16(at: start + 2))
    }
}
