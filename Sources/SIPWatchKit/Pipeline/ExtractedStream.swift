import PacketDecoding
import SIPParsing
import TraceTypes

/// One direction of a connection, on its way to be messages.
struct ExtractedStream: Sendable {
    /// What the stream carries.
    enum Content: Sendable {
        /// Its first bytes, which do not tell yet.
        case opening([UInt8])
        /// SIP, or nothing that is known.
        case plain
        /// An HTTP head, as far as it has come.
        case http(HTTPHead)
        /// WebSocket frames.
        case webSocket(WebSocketFramer)
        /// Frames of the Homer encapsulation.
        case hep(HEPFramer)
    }

    /// A piece of the stream that was taken in.
    struct Chunk: Sendable {
        var header: PayloadHeader
        /// How many bytes the framer had been given up to its end.
        var end: UInt64

        /// The chunk's header, for a message that lies before its end: one that was held back until more showed where it
        /// ended. Nil for a message that a later chunk completed.
        func header(of message: FramedMessage.Info, count: Int) -> PayloadHeader? {
            message.offset + UInt64(count) <= end ? header : nil
        }
    }

    /// What it carries.
    var content = Content.opening([])
    /// What cuts plain SIP into messages.
    var framer: StreamFramer
    /// The framer's chunk before the one at hand.
    var last: Chunk?
    /// Its bytes so far.
    var count: UInt64 = 0
    /// How many of them the framer was given.
    var framed: UInt64 = 0
    /// Whether any of it was SIP.
    var hasSIP = false
    /// Whether bytes of it are missing.
    var hasGap = false
    /// Frames that wait for what comes next to tell what they carry.
    var undecided = FrameTally()
    /// The frames that brought the head without which nobody knows what the rest is; none unless asked for.
    var headFrames: [FrameNumber] = []
    /// Which frames brought which bytes; nil unless asked for.
    var parts: StreamParts?

    init(framer: StreamFramer, keepsParts: Bool) {
        self.framer = framer
        if keepsParts { parts = StreamParts() }
    }

    /// Bytes kept until more come.
    var pendingBytes: Int {
        switch content {
        case .opening(let bytes): bytes.count
        case .plain: framer.pendingBytes
        case .http(let head): head.bytes.count
        case .webSocket(let framer): framer.pendingBytes
        case .hep(let framer): framer.pendingBytes
        }
    }

    /// The frames that brought what the framer found at an offset.
    mutating func frames(of info: FramedMessage.Info, count length: Int) -> [FrameNumber] {
        let start = info.offset + (count - framed)
        return parts?.frames(of: start..<(start + UInt64(length))) ?? []
    }

    /// Whether it may carry messages, as far as is known.
    var mayCarryMessages: Bool {
        if case .plain = content { framer.verdict != .notSIP } else { true }
    }

    /// The name of what it carries, for frames that carried nothing else.
    var name: String {
        switch content {
        case .opening, .plain: "tcp"
        case .http: "http"
        case .webSocket: "websocket"
        case .hep: "hep"
        }
    }

    /// Bytes of it that belong to no message, if it is known to carry messages.
    var skippedBytes: Int {
        switch content {
        case .webSocket(let framer): framer.skippedBytes
        case .hep(let framer): framer.skippedBytes
        case .opening, .plain, .http: framer.verdict == .sip ? framer.skippedBytes : 0
        }
    }
}
