/// Reads interface statistics blocks.
enum PcapngStatistics {
    private static let (received, droppedByInterface, droppedBySystem): (UInt16, UInt16, UInt16) = (4, 5, 7)

    /// What a whole block counts. dumpcap writes what the kernel dropped as the interface's drops, and no drops of the
    /// system, so that these are then taken for the former.
    static func read(_ block: Span<UInt8>, _ order: ByteOrder) -> KernelStatistics {
        var statistics = KernelStatistics()
        var bySystem: UInt64?
        var options = PcapngOptions(order, 20..<max(20, block.count - 4))
        while let option = options.next(block) {
            guard option.value.count == 8 else { continue }
            let value = order.uint64(block, at: option.value.lowerBound)
            // All ones stand for a number that is not known.
            guard value != .max else { continue }
            switch option.code {
            case received: statistics.received = value
            case droppedByInterface: statistics.droppedByInterface = value
            case droppedBySystem: bySystem = value
            default: break
            }
        }
        if let bySystem {
            statistics.dropped = bySystem
        } else {
            swap(&statistics.dropped, &statistics.droppedByInterface)
        }
        return statistics
    }
}
