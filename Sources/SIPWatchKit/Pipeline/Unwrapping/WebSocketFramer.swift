import SIPParsing

/// Cuts messages out of one direction of a WebSocket connection (RFC 6455); each is one SIP message or keeps the
/// connection alive (RFC 7118 sections 5 and 6).
///
/// Behind a gap, or where no frame can be, it looks for the next frame that begins with a SIP start line, and gives up
/// when none comes for long. Every byte is looked at a bounded number of times.
struct WebSocketFramer: Sendable {
    /// What a piece of the stream turned out to be.
    enum Piece: Sendable, Equatable {
        /// A message, unmasked; not complete when a gap or the end cut it.
        case message(isComplete: Bool)
        /// A ping, or its answer.
        case control
        /// The end of the connection, said by its sender.
        case close
        /// A message that is compressed (RFC 7692).
        case compressed
        /// A message that is over the limit.
        case oversize
    }

    /// Bytes that are searched for the next message before the stream is given up.
    static let longestSearch = 1 << 20

    /// Bytes of no frame.
    var skippedBytes = 0
    /// Whether nothing more is looked for.
    var isGivenUp = false

    private let limit: Int
    var isLost: Bool
    var searched = 0
    var buffer: [UInt8] = []
    var head = 0
    /// The stream's offset of the buffer's first byte.
    var bufferStart: UInt64
    /// Bytes of a payload over the limit that are still to come.
    var toSkip = 0
    var message: [UInt8] = []
    /// What the frames since the last final one are part of.
    var open: Piece?
    var messageStart: UInt64 = 0
    var isCut = false

    /// Begins at an offset of the stream; `limit` is for the bytes of a message.
    init(at offset: UInt64, limit: Int) {
        bufferStart = offset
        self.limit = limit
        isLost = false
    }

    /// Bytes that wait for more.
    var pendingBytes: Int { buffer.count - head + message.count }

    /// Takes the next bytes of the stream.
    mutating func append(_ bytes: Span<UInt8>) {
        guard !isGivenUp else {
            skippedBytes += bytes.count
            bufferStart += UInt64(bytes.count)
            return
        }
        if head > 0, head >= buffer.count - head {
            buffer.removeFirst(head)
            bufferStart += UInt64(head)
            head = 0
        }
        for index in 0..<bytes.count { buffer.append(bytes[index]) }
    }

    /// Says that bytes are missing here, or that no more come: what is there of a message is handed out.
    mutating func markGap() {
        keepCutMessage()
        lose(from: buffer.count)
    }

    /// Lends the next piece with the offset of its first byte in the stream and that behind its last, or returns nil
    /// until more bytes come.
    mutating func next<Result>(_ take: (Span<UInt8>, Piece, Range<UInt64>) -> Result) -> Result? {
        if isCut {
            isCut = false
            defer { message.removeAll(keepingCapacity: true) }
            return take(message.span, .message(isComplete: false), messageStart..<max(messageStart, offset))
        }
        while true {
            guard skipPayload(), !isLost || resynchronize() else { return nil }
            switch WebSocketFrame.read(buffer.span, at: head) {
            case .incomplete: return nil
            case .invalid: lose(from: head)
            case .header(let frame):
                if frame.count > limit {
                    begin(frame)
                    open = .oversize
                    message = []
                    head += frame.headerCount
                    toSkip = frame.count
                    if frame.isFinal { return end(take) }
                    continue
                }
                guard buffer.count - head >= frame.headerCount + frame.count else { return nil }
                if let result = read(frame, take) { return result }
            }
        }
    }

    /// The stream's offset of the next byte.
    var offset: UInt64 { bufferStart + UInt64(head) }

    /// Reads a frame that is all there; nil when its message goes on.
    private mutating func read<Result>(
        _ frame: WebSocketFrame, _ take: (Span<UInt8>, Piece, Range<UInt64>) -> Result
    ) -> Result? {
        let start = offset
        let payload = (head + frame.headerCount)..<(head + frame.headerCount + frame.count)
        head = payload.upperBound
        switch frame.opcode {
        case .ping, .pong: return take(Span(), .control, start..<offset)
        case .close: return take(Span(), .close, start..<offset)
        case .continuation where open == nil:
            // The rest of a message whose beginning is lost.
            skippedBytes += frame.headerCount + frame.count
            return nil
        case .continuation, .text, .binary:
            if frame.opcode != .continuation { begin(frame, at: start) }
            if case .message = open {
                if message.count + frame.count > limit {
                    open = .oversize
                    message = []
                } else {
                    unmask(payload, frame.mask)
                }
            }
            return frame.isFinal ? end(take) : nil
        }
    }

    /// Begins a message; one that was not ended is left behind.
    mutating func begin(_ frame: WebSocketFrame, at start: UInt64? = nil) {
        guard open == nil || frame.opcode != .continuation else { return }
        skippedBytes += message.count
        message.removeAll(keepingCapacity: true)
        messageStart = start ?? offset
        open = frame.isCompressed ? .compressed : .message(isComplete: true)
    }

    private mutating func end<Result>(_ take: (Span<UInt8>, Piece, Range<UInt64>) -> Result) -> Result {
        let result = take(message.span, open ?? .message(isComplete: true), messageStart..<max(messageStart, offset))
        open = nil
        message.removeAll(keepingCapacity: true)
        return result
    }

    mutating func unmask(_ payload: Range<Int>, _ mask: WebSocketFrame.InlineMask?) {
        guard let mask else {
            message += buffer[payload]
            return
        }
        for index in payload { message.append(buffer[index] ^ mask[index - payload.lowerBound]) }
    }

    /// Leaves behind what is there of a payload over the limit; false while more of it is to come.
    private mutating func skipPayload() -> Bool {
        let count = min(toSkip, buffer.count - head)
        head += count
        toSkip -= count
        return toSkip == 0
    }
}
