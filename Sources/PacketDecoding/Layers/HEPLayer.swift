import TraceTypes

/// Messages that a capture agent sends to a collector (Homer encapsulation), told by their first bytes on any port.
enum HEPLayer {
    /// "HEP3", and the older "EEP3".
    private static let magics: (UInt32, UInt32) = (0x4845_5033, 0x4545_5033)

    /// Whether the first byte is that of one; costs little where it is not.
    static func mayBegin(_ bytes: Span<UInt8>, _ cursor: LayerCursor) -> Bool {
        guard cursor.has(1) else { return false }
        return switch bytes[cursor.offset] {
        case 0x48, 0x45, 1, 2: true
        default: false
        }
    }

    /// Nil for anything else.
    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep? {
        // Nothing speaks against it where a snap length left too little to tell.
        guard cursor.has(6) else {
            return cursor.isTruncated && mayBegin(bytes, cursor) ? .undecoded(.shortTunnelHeader) : nil
        }
        switch bytes[cursor.offset] {
        case 0x48, 0x45:
            let magic = bytes.bigEndian32(at: cursor.offset)
            guard magic == magics.0 || magic == magics.1 else { return nil }
            return HEPChunks.read(bytes, &cursor)
        case 1, 2:
            return HEPFixedHeader.read(bytes, &cursor)
        default:
            return nil
        }
    }

    /// The transport of an agent's protocol number; 22 is how Kamailio writes TLS.
    static func transport(_ number: UInt8) -> Transport? {
        switch number {
        case 6: .tcp
        case 17: .udp
        case 22: .tls
        case 132: .sctp
        default: nil
        }
    }
}
