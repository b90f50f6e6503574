/// The IPv6 fragment header.
enum IPv6FragmentLayer {
    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        let start = cursor.offset
        guard cursor.has(8) else { return .undecoded(.shortIPHeader) }
        let field = bytes.bigEndian16(at: start + 2)
        cursor.offset += 8
        // A fragment that is the whole datagram.
        guard field & 0xfff9 != 0 else { return LayerTable.ipProtocol(bytes[start]) }
        return .fragment(
            IPFragment(
                identification: bytes.bigEndian32(at: start + 4), protocolNumber: bytes[start],
                offset: Int(field & 0xfff8), hasMore: field & 1 != 0))
    }
}
