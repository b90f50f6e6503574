/// A run of bytes inside a message, as offset and length: what the parser keeps instead of strings.
public struct ByteRange: Hashable, Sendable {
    /// Offset of the first byte.
    public var start: UInt32
    /// Number of bytes.
    public var count: UInt32

    /// Nothing, at the start.
    public static let empty = ByteRange(start: 0, count: 0)

    /// Makes a range from its fields.
    public init(start: UInt32, count: UInt32) {
        self.start = start
        self.count = count
    }

    /// Makes a range from offsets; what does not fit into 32 bits becomes 0.
    public init(_ range: Range<Int>) {
        start = UInt32(exactly: range.lowerBound) ?? 0
        count = UInt32(exactly: range.count) ?? 0
    }

    /// Makes a range from offsets into a message, whose length `ParsingLimits.messageBytes` bounds.
    @inline(__always)
    init(from start: Int, to end: Int) {
        self.start = UInt32(truncatingIfNeeded: start)
        count = UInt32(truncatingIfNeeded: end &- start)
    }

    /// Whether there is no byte in it.
    public var isEmpty: Bool { count == 0 }

    /// The same as offsets.
    public var range: Range<Int> { Int(start)..<(Int(start) &+ Int(count)) }
}
