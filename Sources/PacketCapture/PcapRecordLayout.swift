/// How long the records of a classic capture file are, to tell whether one is there to its end.
struct PcapRecordLayout {
    /// Bytes of the file's header.
    static let fileHeaderLength = 24
    /// More than libpcap takes for a record; what claims to be longer is left to its judgement.
    private static let longestRecord = 1 << 20

    /// The magic number of a Linux kernel patch, whose records have fields behind the usual ones.
    private static let modified: UInt32 = 0xa1b2_cd34
    /// With microseconds, with nanoseconds, and the modified one.
    private static let magics: [UInt32] = [0xa1b2_c3d4, 0xa1b2_3c4d, modified]

    private let isBigEndian: Bool
    private let headerLength: Int

    /// Reads the magic number that a file begins with; nil for one that is none.
    init?(_ beginning: Span<UInt8>) {
        let magic = ByteOrder.big.uint32(beginning, at: 0)
        isBigEndian = Self.magics.contains(magic)
        guard isBigEndian || Self.magics.contains(magic.byteSwapped) else { return nil }
        headerLength = magic == Self.modified || magic.byteSwapped == Self.modified ? 24 : 16
    }

    /// Has the next record in the buffer, if it is there, and allows that it be taken, but nothing behind it.
    func supply(_ source: ByteSource) -> Supply {
        source.allowance = nil
        let supply = source.supply(headerLength)
        guard case .ready = supply else { return supply }
        let length = source.withBytes(upTo: headerLength) { ByteOrder(isBigEndian).uint32($0, at: 8) }
        guard length <= Self.longestRecord else { return .ready }
        source.allowance = headerLength + Int(length)
        return source.supply(headerLength + Int(length))
    }
}
