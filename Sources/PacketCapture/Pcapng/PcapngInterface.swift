import TraceTypes

/// An interface that a file describes, and what is counted for it.
struct PcapngInterface {
    /// Bytes of a name, description or filter that are kept.
    private static let textLimit = 256
    private static let (name, details, filter): (UInt16, UInt16, UInt16) = (2, 3, 11)
    private static let (resolution, offset): (UInt16, UInt16) = (9, 14)

    /// What is told of it.
    private(set) var described: CaptureInterface
    /// What its time stamps count.
    let resolution: TimestampResolution
    /// Frames that packets say were lost before them.
    var lostBetween: UInt64 = 0

    /// Reads a whole interface description block.
    init(_ block: Span<UInt8>, _ order: ByteOrder) {
        described = CaptureInterface(
            input: 0, linkType: LinkType(rawValue: UInt32(order.uint16(block, at: 8))))
        described.snapLength = order.uint32(block, at: 12)
        var (code, offset): (UInt8, Int64) = (6, 0)
        var options = PcapngOptions(order, 16..<max(16, block.count - 4))
        while let option = options.next(block) {
            switch option.code {
            case Self.name: described.name = Self.text(block, option.value)
            case Self.details: described.description = Self.text(block, option.value)
            // A byte says of what kind the filter is: 0 for an expression.
            case Self.filter where !option.value.isEmpty && block[option.value.lowerBound] == 0:
                described.filter = Self.text(block, option.value.dropFirst())
            case Self.resolution where option.value.count == 1: code = block[option.value.lowerBound]
            case Self.offset where option.value.count == 8:
                offset = Int64(bitPattern: order.uint64(block, at: option.value.lowerBound))
            default: break
            }
        }
        resolution = TimestampResolution(code: code, offset: offset)
    }

    private static func text(_ block: Span<UInt8>, _ value: Range<Int>) -> String? {
        let text = PcapngOptions.text(block, value, limit: textLimit)
        return text.isEmpty ? nil : text
    }

    /// Takes what a later statistics block says; its counters go on from those of the one before.
    mutating func take(_ statistics: KernelStatistics) {
        described.statistics = statistics
    }

    /// What was counted, where the file tells it: by statistics, or from packet to packet.
    var statistics: KernelStatistics? {
        guard lostBetween > 0 else { return described.statistics }
        var statistics = described.statistics ?? KernelStatistics()
        let more = lostBetween.subtractingReportingOverflow(statistics.droppedByInterface)
        statistics.dropped = max(statistics.dropped, more.overflow ? 0 : more.partialValue)
        return statistics
    }
}
