/// The four-byte address family of BSD loopback devices.
enum LoopbackLayer {
    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(4) else { return .undecoded(.shortLinkHeader) }
        let family = bytes.bigEndian32(at: cursor.offset)
        cursor.offset += 4
        return AddressFamily.step(hostOrder: family)
    }
}
