import TraceTypes

/// When a new file is begun, and how many are kept.
package struct Rotation: Equatable, Sendable {
    /// Bytes that a file may have; nil for no limit.
    package var size: UInt64?
    /// How long a file is written to; nil for no limit.
    package var time: TimeSpan?
    /// How many files are kept, the newest ones; nil for all.
    package var keep: Int?

    /// One file alone.
    package init(size: UInt64? = nil, time: TimeSpan? = nil, keep: Int? = nil) {
        self.size = size
        self.time = time
        self.keep = keep
    }

    /// Whether there may be a second file.
    package var isOn: Bool { size != nil || time != nil }
}
