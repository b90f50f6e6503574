import SIPDialogs
import SIPParsing
import TraceTypes

/// Messages on their way from the extractor to the tracker, with the times of all frames, the ones without SIP included.
///
/// A batch is filled, taken in and emptied, and keeps its storage, so that in the steady state nothing is allocated.
struct MessageBatch: Sendable {
    /// A frame: its time, and how many of the batch's messages had been added when it was done.
    struct Frame {
        var time: Timestamp
        var messagesEnd: Int
    }

    /// The frames, in order.
    private(set) var frames: [Frame] = []
    /// How many messages there are.
    private(set) var messageCount = 0
    /// Whether bytes of a SIP stream, or of a datagram that may be SIP, were lost before the end of the batch.
    var hasLoss = false
    /// How many frames at least were lost when the capture was made, as far as is known at the end of the batch.
    var droppedFrames: UInt64 = 0
    private var messages: [Message] = []
    private var headers: [PayloadHeader] = []
    private var keys: [MessageKeys] = []
    private var ends: [Int] = []
    private var bytes: [UInt8] = []

    /// Whether it holds as much as is worth handing on at once.
    var isFull: Bool { frames.count >= 512 || bytes.count >= 1 << 19 }

    /// Adds the parser's message, which the parser gives up, a copy of its bytes, and its keys made with `seed`.
    mutating func add(
        _ parser: inout MessageParser, _ payload: Span<UInt8>, _ header: PayloadHeader, seed: UInt64
    ) {
        keys.append(MessageKeys(parser.message, payload, seed: seed))
        if messageCount == messages.count { messages.append(Message()) }
        parser.exchangeMessage(with: &messages[messageCount])
        payload.copy(ByteRange(0..<payload.count), to: &bytes)
        ends.append(bytes.count)
        headers.append(header)
        messageCount += 1
    }

    /// Ends a frame: the messages added since the last one are its.
    mutating func endFrame(at time: Timestamp) {
        frames.append(Frame(time: time, messagesEnd: messageCount))
    }

    /// Exchanges a message for another: it is too large to be copied for reading.
    mutating func exchangeMessage(_ index: Int, with other: inout Message) {
        swap(&messages[index], &other)
    }

    /// Hands over a message's bytes, header and keys.
    func withPayload<Result>(_ index: Int, _ body: (Span<UInt8>, PayloadHeader, MessageKeys) -> Result) -> Result {
        let start = index > 0 ? ends[index - 1] : 0
        return body(bytes.span.extracting(start..<ends[index]), headers[index], keys[index])
    }

    /// The keys of up to so many messages from one on.
    func keys(from index: Int, count: Int) -> ArraySlice<MessageKeys> {
        keys[index..<min(index + count, keys.count)]
    }

    /// Empties the batch and keeps its storage.
    mutating func removeAll() {
        frames.removeAll(keepingCapacity: true)
        headers.removeAll(keepingCapacity: true)
        keys.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        messageCount = 0
        hasLoss = false
        droppedFrames = 0
    }
}
