import TraceTypes

/// What was read from one input.
package struct InputAccount: Equatable, Sendable {
    /// The file's path, `-` for standard input, or the device's name.
    package let name: String
    /// How the input's frames begin.
    package let linkType: LinkType
    /// How many frames were delivered.
    package internal(set) var frames: UInt64 = 0
    /// The earliest time of a delivered frame.
    package internal(set) var firstTime: Timestamp?
    /// The latest time of a delivered frame.
    package internal(set) var lastTime: Timestamp?
    /// How the input ended; nil while it has not.
    package internal(set) var end: CaptureEnd?

    /// Whether the file stops in the middle of a record.
    package var wasTruncated: Bool {
        if case .truncatedFile = end { true } else { false }
    }

    init(name: String, linkType: LinkType) {
        self.name = name
        self.linkType = linkType
    }

    mutating func count(_ time: Timestamp) {
        frames &+= 1
        firstTime = min(firstTime ?? time, time)
        lastTime = max(lastTime ?? time, time)
    }
}
