import SIPParsing

/// What a framer makes of a stream.
struct StreamReading {
    /// What every cutting of the stream must agree upon.
    struct Message: Equatable {
        /// Counted from the start of the bytes.
        var offset: Int
        var bytes: [UInt8]
        var isComplete: Bool
        var anomalies: [Anomaly]
    }

    /// How the messages are taken from the framer.
    enum Taking {
        /// Each as soon as it is there, lent.
        case lent
        /// Each as soon as it is there, as a copy.
        case copied
        /// Copies of all, when all segments and gaps are there.
        case late
    }

    /// The messages in their order.
    private(set) var messages: [Message] = []
    /// Bytes between messages, of each message those before it.
    private(set) var skippedBefore: [Int] = []
    /// Whether the stream was ever taken for something else.
    private(set) var wasForeign = false
    /// Bytes that belong to no message.
    private(set) var skippedBytes = 0
    /// Messages over the limit.
    private(set) var oversizeMessages = 0
    /// Bytes that keep the stream open.
    private(set) var keepAliveBytes = 0
    private let taking: Taking

    /// Feeds a part of the bytes to a new framer, in segments as long as `length` says at their offset, with bytes
    /// missing at `gap`, and ends the stream.
    init(
        _ bytes: Span<UInt8>, _ range: Range<Int>, _ limits: ParsingLimits, _ taking: Taking, gap: Int? = nil,
        length: (Int) -> Int
    ) {
        self.taking = taking
        var framer = StreamFramer(limits: limits)
        var offset = range.lowerBound
        while offset < range.upperBound {
            if offset == gap {
                framer.markGap()
                if taking != .late { drain(&framer) }
            }
            let end = min(offset + max(length(offset), 1), range.upperBound)
            framer.append(bytes.extracting(offset..<end))
            if taking != .late { drain(&framer) }
            offset = end
        }
        framer.markGap()
        drain(&framer)
        skippedBytes = framer.skippedBytes
        oversizeMessages = framer.oversizeMessages
        let kept = framer.keepAlives
        keepAliveBytes = kept.pings * 4 + kept.pongs * 2 + kept.fillBytes
        for index in messages.indices { messages[index].offset += range.lowerBound }
    }

    private mutating func drain(_ framer: inout StreamFramer) {
        while let (message, skipped) = next(&framer) {
            messages.append(message)
            skippedBefore.append(skipped)
        }
        wasForeign = wasForeign || framer.verdict == .notSIP
    }

    private func next(_ framer: inout StreamFramer) -> (Message, skippedBefore: Int)? {
        switch taking {
        case .lent:
            return framer.next { bytes, info in
                var copy: [UInt8] = []
                copy.append(bytes, 0..<bytes.count)
                return (Self.message(copy, info), info.skippedBefore)
            }
        case .copied, .late:
            let message: FramedMessage? = framer.next()
            return message.map { (Self.message($0.bytes, $0.info), $0.info.skippedBefore) }
        }
    }

    /// What had arrived behind a message depends on the segments, and is left out.
    private static func message(_ bytes: [UInt8], _ info: FramedMessage.Info) -> Message {
        Message(
            offset: Int(clamping: info.offset), bytes: bytes, isComplete: info.isComplete,
            anomalies: info.anomalies.filter { $0.kind != .bytesAfterBody })
    }
}
