/// Numbers of the pcapng format: the kinds of block, and how many bytes they have before anything of variable length.
enum PcapngBlock {
    static let section: UInt32 = 0x0a0d_0d0a
    static let interface: UInt32 = 1
    /// The obsolete form of a packet.
    static let packet: UInt32 = 2
    static let simplePacket: UInt32 = 3
    static let statistics: UInt32 = 5
    static let enhancedPacket: UInt32 = 6

    /// Kind and length before the body, and the length again behind it.
    static let smallest = 12
    static let smallestSection = 28
    /// What a section's third field reads as in the section's own byte order.
    static let byteOrderMagic: UInt32 = 0x1a2b_3c4d
    /// Bytes of the longest block that is read; longer ones of other kinds are left out.
    static let largest = 16 << 20

    /// The fixed bytes of a block of this kind, the three lengths and the kind included; nil for one that is not read.
    static func smallest(_ kind: UInt32) -> Int? {
        switch kind {
        case interface: 20
        case packet, enhancedPacket: 32
        case simplePacket: 16
        case statistics: 24
        default: nil
        }
    }

    /// The byte order of a section, from its first twelve bytes; nil where it is none.
    static func byteOrder(_ beginning: Span<UInt8>) -> ByteOrder? {
        guard ByteOrder.big.uint32(beginning, at: 0) == section else { return nil }
        if ByteOrder.big.uint32(beginning, at: 8) == byteOrderMagic { return .big }
        return ByteOrder.little.uint32(beginning, at: 8) == byteOrderMagic ? .little : nil
    }
}
