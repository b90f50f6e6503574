import SIPParsing

/// What a framer makes of a stream.
struct StreamReading {
    /// What every cutting of the stream must agree upon.
    struct Message: Equatable {
        /// Counted from the start of the bytes.
        var offset: Int
        var bytes: [UInt8]
        var isComplete: Bool
    }

    /// The messages in their order.
    private(set) var messages: [Message] = []
    /// Whether the stream was ever taken for something else.
    private(set) var wasForeign = false
    /// Bytes that belong to no message.
    private(set) var skippedBytes = 0

    /// Feeds a part of the bytes to a new framer, in segments as long as `length` says at their offset, with bytes
    /// missing at `gap`, and ends the stream.
    init(
        _ bytes: Span<UInt8>, _ range: Range<Int>, _ limits: ParsingLimits, gap: Int? = nil, length: (Int) -> Int
    ) {
        var framer = StreamFramer(limits: limits)
        var offset = range.lowerBound
        while offset < range.upperBound {
            if offset == gap { markGap(&framer) }
            let end = min(offset + max(length(offset), 1), range.upperBound)
            framer.append(bytes.extracting(offset..<end))
            drain(&framer)
            offset = end
        }
        markGap(&framer)
        skippedBytes = framer.skippedBytes
        for index in messages.indices { messages[index].offset += range.lowerBound }
    }

    private mutating func markGap(_ framer: inout StreamFramer) {
        framer.markGap()
        drain(&framer)
    }

    private mutating func drain(_ framer: inout StreamFramer) {
        while let message = framer.next() {
            messages.append(
                Message(
                    offset: Int(clamping: message.offset), bytes: message.bytes, isComplete: message.isComplete))
        }
        wasForeign = wasForeign || framer.verdict == .notSIP
    }

    /// The messages of this and of another part of the stream.
    func followed(by other: StreamReading) -> StreamReading {
        var both = self
        both.messages += other.messages
        both.wasForeign = wasForeign || other.wasForeign
        return both
    }
}
