/// Looks at the end of a file, where capturing programs write what was lost, before the file is read: a silence in it
/// proves nothing then.
enum PcapngTail {
    /// Blocks that are looked at.
    private static let blocks = 64
    /// Bytes of the longest block that is looked at.
    private static let largest = 4096

    /// How many frames at least the statistics at the file's end count as lost.
    static func lostFrames(_ input: InputDescriptor, _ order: ByteOrder) -> UInt64 {
        var end = input.size
        var lost: UInt64 = 0
        for _ in 0..<blocks {
            guard let trailer = input.bytes(at: end - 4, count: 4) else { break }
            let length = Int(order.uint32(trailer.span, at: 0))
            guard (24...largest).contains(length), length <= end,
                let block = input.bytes(at: end - length, count: length),
                order.uint32(block.span, at: 0) == PcapngBlock.statistics,
                Int(order.uint32(block.span, at: 4)) == length
            else { break }
            // Of several blocks for one interface, the last one counts all.
            lost = max(lost, PcapngStatistics.read(block.span, order).lost)
            end -= length
        }
        return lost
    }
}
