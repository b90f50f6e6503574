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
    /// Whether bytes of a stream were lost before the end of the batch.
    var hasStreamGap = false
    private var messages: [Message] = []
    private var headers: [PayloadHeader] = []
    private var ends: [Int] = []
    private var bytes: [UInt8] = []

    /// Whether it holds as much as is worth handing on at once.
    var isFull: Bool { frames.count >= 512 || bytes.count >= 1 << 19 }

    /// Adds the parser's message, which the parser gives up, and a copy of its bytes.
    mutating func add(_ parser: inout MessageParser, _ payload: Span<UInt8>, _ header: PayloadHeader) {
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

    /// Hands over a message with its bytes and header.
    func withMessage<Result>(_ index: Int, _ body: (Message, Span<UInt8>, PayloadHeader) -> Result) -> Result {
        let start = index > 0 ? ends[index - 1] : 0
        return body(messages[index], bytes.span.extracting(start..<ends[index]), headers[index])
    }

    /// Empties the batch and keeps its storage.
    mutating func removeAll() {
        frames.removeAll(keepingCapacity: true)
        headers.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        messageCount = 0
        hasStreamGap = false
    }
}
