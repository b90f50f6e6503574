/// A message cut out of a stream.
public struct FramedMessage: Sendable, Hashable {
    /// Its bytes, from the start line to the end of the body.
    public var bytes: [UInt8]
    /// Where it begins, counted in bytes appended to the framer since its start; bytes that a gap swallowed not counted.
    public var offset: UInt64
    /// Whether the body is all there; false when a gap or the end of the stream cut it short.
    public var isComplete: Bool
}
