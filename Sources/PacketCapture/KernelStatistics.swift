/// What the kernel says of a live capture, counted from its start.
package struct KernelStatistics: Equatable, Sendable {
    /// Frames that passed the filter, the dropped ones included.
    package var received: UInt64 = 0
    /// Frames that were lost because the capture buffer was full.
    package var dropped: UInt64 = 0
    /// Frames that the device or its driver lost.
    package var droppedByInterface: UInt64 = 0

    /// All zero.
    package init() {}
}
