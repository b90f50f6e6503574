/// Walks the options at the end of a block. Where one claims more than the block has, there are no more.
struct PcapngOptions {
    /// The code of a comment, on any block.
    static let comment: UInt16 = 1

    private let order: ByteOrder
    private var offset: Int
    private let end: Int

    init(_ order: ByteOrder, _ range: Range<Int>) {
        self.order = order
        offset = range.lowerBound
        end = range.upperBound
    }

    /// The next option, and where in the block its value is.
    mutating func next(_ block: Span<UInt8>) -> (code: UInt16, value: Range<Int>)? {
        guard end - offset >= 4 else { return nil }
        let code = order.uint16(block, at: offset)
        let length = Int(order.uint16(block, at: offset + 2))
        let start = offset + 4
        guard code != 0, length <= end - start else { return nil }
        offset = min(end, start + (length + 3) & ~3)
        return (code, start..<(start + length))
    }

    /// The text of a value, at most `limit` bytes of it.
    static func text(_ block: Span<UInt8>, _ value: Range<Int>, limit: Int) -> String {
        var bytes: [UInt8] = []
        for index in value.prefix(limit) where index < block.count && block[index] != 0 { bytes.append(block[index]) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
