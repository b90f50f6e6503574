import TraceTypes

/// What was read from one input.
package struct InputAccount: Equatable, Sendable {
    /// The file's path, `-` for standard input, or the device's name.
    package let name: String
    /// How the frames of its first interface begin; nil while none is known.
    package internal(set) var linkType: LinkType?
    /// How many frames were delivered.
    package internal(set) var frames: UInt64 = 0
    /// The earliest time of a delivered frame.
    package internal(set) var firstTime: Timestamp?
    /// The latest time of a delivered frame.
    package internal(set) var lastTime: Timestamp?
    /// How the input ended; nil while it has not.
    package internal(set) var end: CaptureEnd?
    /// What was counted while a file was captured, over its interfaces, where the file tells it.
    package internal(set) var statistics: KernelStatistics?

    init(name: String, linkType: LinkType? = nil) {
        self.name = name
        self.linkType = linkType
    }

    mutating func count(_ time: Timestamp) {
        frames &+= 1
        firstTime = min(firstTime ?? time, time)
        lastTime = max(lastTime ?? time, time)
    }
}
