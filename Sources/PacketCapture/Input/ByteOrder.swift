/// The order in which a file has the bytes of its numbers.
enum ByteOrder {
    case big, little

    init(_ isBigEndian: Bool) {
        self = isBigEndian ? .big : .little
    }

    /// The number at an offset; 0 where the bytes end before it does.
    func uint16(_ bytes: Span<UInt8>, at offset: Int) -> UInt16 {
        guard offset >= 0, bytes.count >= 2, offset <= bytes.count - 2 else { return 0 }
        let value = UInt16(bytes[offset]) << 8 | UInt16(bytes[offset + 1])
        return self == .big ? value : value.byteSwapped
    }

    /// The number at an offset; 0 where the bytes end before it does.
    func uint32(_ bytes: Span<UInt8>, at offset: Int) -> UInt32 {
        guard offset >= 0, bytes.count >= 4, offset <= bytes.count - 4 else { return 0 }
        let high = UInt32(bytes[offset]) << 24 | UInt32(bytes[offset + 1]) << 16
        let value = high | UInt32(bytes[offset + 2]) << 8 | UInt32(bytes[offset + 3])
        return self == .big ? value : value.byteSwapped
    }

    /// The number at an offset; 0 where the bytes end before it does.
    func uint64(_ bytes: Span<UInt8>, at offset: Int) -> UInt64 {
        let first = UInt64(uint32(bytes, at: offset))
        let second = UInt64(uint32(bytes, at: offset + 4))
        return self == .big ? first << 32 | second : second << 32 | first
    }
}
