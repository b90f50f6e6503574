/// What is known of a live capture beside its frames.
package struct CaptureStatus: Equatable, Sendable {
    /// What the kernel counted, for each device.
    package var kernel: [KernelStatistics]
    /// Frames of each device that this program had no room for.
    package var droppedHere: [UInt64]
    /// Whether a device is switched off, for each.
    package var areDown: [Bool]
    /// Why nothing more comes from a device, for each.
    package var failures: [CaptureError?]

    /// So many devices of which nothing is known yet.
    package init(devices: Int) {
        kernel = Array(repeating: KernelStatistics(), count: devices)
        droppedHere = Array(repeating: 0, count: devices)
        areDown = Array(repeating: false, count: devices)
        failures = Array(repeating: nil, count: devices)
    }
}
