/// What the kernel says of a live capture, counted from its start.
package struct KernelStatistics: Equatable, Sendable {
    /// Frames that passed the filter, the dropped ones included.
    package var received: UInt64 = 0
    /// Frames that were lost because the capture buffer was full.
    package var dropped: UInt64 = 0
    /// Frames that the device or its driver lost.
    package var droppedByInterface: UInt64 = 0

    /// Frames that were lost, wherever.
    var lost: UInt64 { dropped.saturatingSum(droppedByInterface) }

    /// All zero.
    package init() {}

    /// The sum of several; nil for none. Absurd values saturate.
    init?(sumOf parts: [KernelStatistics]) {
        guard !parts.isEmpty else { return nil }
        for part in parts {
            received = received.saturatingSum(part.received)
            dropped = dropped.saturatingSum(part.dropped)
            droppedByInterface = droppedByInterface.saturatingSum(part.droppedByInterface)
        }
    }
}

extension UInt64 {
    /// The sum, or the largest number where that is too small.
    func saturatingSum(_ other: UInt64) -> UInt64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
