import TraceTypes

/// Fields in network byte order. Callers have checked that the bytes are there.
extension Span where Element == UInt8 {
    func bigEndian16(at offset: Int) -> UInt16 {
        UInt16(self[offset]) << 8 | UInt16(self[offset + 1])
    }

    func bigEndian32(at offset: Int) -> UInt32 {
        UInt32(bigEndian16(at: offset)) << 16 | UInt32(bigEndian16(at: offset + 2))
    }

    func bigEndian64(at offset: Int) -> UInt64 {
        UInt64(bigEndian32(at: offset)) << 32 | UInt64(bigEndian32(at: offset + 4))
    }

    func ipv4Address(at offset: Int) -> IPAddress {
        IPAddress(v4: bigEndian32(at: offset))
    }

    func ipv6Address(at offset: Int) -> IPAddress {
        IPAddress(v6High: bigEndian64(at: offset), low: bigEndian64(at: offset + 8))
    }
}
