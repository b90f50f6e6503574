/// The IPv6 extension headers of the common form: next header, then a length in units of eight bytes.
enum IPv6ExtensionLayer {
    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(8) else { return .undecoded(.shortIPHeader) }
        let length = (Int(bytes[cursor.offset + 1]) + 1) * 8
        guard cursor.has(length) else { return .undecoded(.shortIPHeader) }
        let next = bytes[cursor.offset]
        cursor.offset += length
        return LayerTable.ipProtocol(next)
    }
}
