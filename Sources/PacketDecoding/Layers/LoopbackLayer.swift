/// The four-byte address family of BSD loopback devices, in whichever byte order the capturing machine had.
enum LoopbackLayer {
    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(4) else { return .undecoded(.shortLinkHeader) }
        let value = bytes.bigEndian32(at: cursor.offset)
        cursor.offset += 4
        let family = value > 0xffff ? value.byteSwapped : value
        return switch family {
        case 2: .next(IPv4Layer.read)
        // AF_INET6 of Linux, of NetBSD and OpenBSD, of FreeBSD, and of macOS.
        case 10, 24, 28, 30: .next(IPv6Layer.read)
        default: .other(.otherLinkProtocol)
        }
    }
}
