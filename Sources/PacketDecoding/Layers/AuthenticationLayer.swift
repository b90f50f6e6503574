/// The IPsec authentication header, which leaves its payload readable; its length counts units of four bytes.
enum AuthenticationLayer {
    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(12) else { return .undecoded(.shortIPHeader) }
        let length = (Int(bytes[cursor.offset + 1]) + 2) * 4
        guard length >= 12 else { return .undecoded(.malformedIPHeader) }
        guard cursor.has(length) else { return .undecoded(.shortIPHeader) }
        let next = bytes[cursor.offset]
        cursor.offset += length
        return LayerTable.ipProtocol(next)
    }
}
