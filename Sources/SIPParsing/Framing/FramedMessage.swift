/// A message cut out of a stream.
public struct FramedMessage: Sendable, Hashable {
    /// Its bytes, from the start line to the end of the body.
    public var bytes: [UInt8]
    /// Where it stood in the stream, and how its end was found.
    public var info: Info

    /// Where it begins, counted in bytes appended to the framer since its start; bytes that a gap swallowed not counted.
    public var offset: UInt64 { info.offset }
    /// Whether the body is all there; false when a gap or the end of the stream cut it short.
    public var isComplete: Bool { info.isComplete }
    /// What was wrong with the message's length.
    public var anomalies: [Anomaly] { info.anomalies }

    /// What a framer says of a message beside its bytes.
    public struct Info: Sendable {
        /// Where it begins, counted in bytes appended to the framer since its start; bytes that a gap swallowed not
        /// counted.
        public var offset: UInt64
        /// Whether the body is all there; false when a gap or the end of the stream cut it short, or its length passes
        /// the limit.
        public var isComplete: Bool
        /// Bytes between the message before and this one that belong to neither; keep-alives are not among them.
        public var skippedBefore: Int
        /// Whether what stood behind the body when it was handed out is neither a line end nor a start line.
        public var isFollowedByOtherBytes: Bool
        /// What was wrong with its length, but for the bytes behind it.
        var lengthAnomalies: [Anomaly]
        /// How many bytes it has.
        var count: Int

        /// What was wrong with the message's length: the kinds that only the framer can tell, and Content-Length fields
        /// that are no number or differ. Ranges count from the message's first byte.
        ///
        /// `bytesAfterBody` is among them when the bytes had arrived with the body; where they come later, they show
        /// in `skippedBefore` of the message after.
        public var anomalies: [Anomaly] {
            guard isFollowedByOtherBytes else { return lengthAnomalies }
            return lengthAnomalies + [Anomaly(kind: .bytesAfterBody, range: ByteRange(count..<count))]
        }
    }
}

/// Equality is of what the stream says of the message; what had arrived behind it depends on the segments, and is left
/// out.
extension FramedMessage.Info: Hashable {
    /// Whether both are the same but for what had arrived behind the message.
    public static func == (left: Self, right: Self) -> Bool {
        left.offset == right.offset && left.isComplete == right.isComplete && left.count == right.count
            && left.skippedBefore == right.skippedBefore && left.lengthAnomalies == right.lengthAnomalies
    }

    /// Hashes what equality compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(offset)
        hasher.combine(isComplete)
        hasher.combine(count)
        hasher.combine(skippedBefore)
        hasher.combine(lengthAnomalies)
    }
}
