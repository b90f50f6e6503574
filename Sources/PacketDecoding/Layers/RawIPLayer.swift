/// IPv4 or IPv6 without a link header, told apart by the version.
enum RawIPLayer {
    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(1) else { return .undecoded(.shortIPHeader) }
        return switch bytes[cursor.offset] >> 4 {
        case 4: .next(IPv4Layer.read)
        case 6: .next(IPv6Layer.read)
        default: .undecoded(.malformedIPHeader)
        }
    }
}
