import SIPParsing

/// The header of a WebSocket frame (RFC 6455).
struct WebSocketFrame: Sendable, Equatable {
    /// What a header turned out to be.
    enum Reading: Equatable {
        /// It is not all there.
        case incomplete
        /// No header can read so.
        case invalid
        case header(WebSocketFrame)
    }

    /// What a frame is for. Those not listed are reserved.
    enum Opcode: UInt8 {
        case continuation = 0
        case text = 1
        case binary = 2
        case close = 8
        case ping = 9
        case pong = 10

        /// Whether it may come between the frames of a message.
        var isControl: Bool { rawValue >= 8 }
    }

    /// Bytes of the longest header.
    static let longestHeader = 14

    var opcode: Opcode
    /// Whether it is the last frame of its message.
    var isFinal: Bool
    /// Whether its message is compressed (RFC 7692).
    var isCompressed: Bool
    /// What its payload is masked with; nil from a server.
    var mask: InlineMask?
    /// Bytes of the header.
    var headerCount: Int
    /// Bytes of the payload.
    var count: Int

    /// The four bytes of a mask.
    struct InlineMask: Sendable, Equatable {
        var word: UInt32

        /// The byte for a place of the payload.
        subscript(index: Int) -> UInt8 {
            UInt8(truncatingIfNeeded: word >> UInt32(truncatingIfNeeded: 24 - 8 * (index & 3)))
        }
    }

    /// Reads the header at `start`.
    static func read(_ bytes: Span<UInt8>, at start: Int) -> Reading {
        guard bytes.count - start >= 2 else { return .incomplete }
        let first = bytes[start]
        let second = bytes[start + 1]
        guard first & 0x30 == 0, let opcode = Opcode(rawValue: first & 15) else { return .invalid }
        let isFinal = first & 0x80 != 0
        let isCompressed = first & 0x40 != 0
        let short = Int(second & 0x7f)
        // A control frame is whole and short, and compression is said with a message's first frame.
        if opcode.isControl, !isFinal || short > 125 || isCompressed { return .invalid }
        if opcode == .continuation, isCompressed { return .invalid }
        let lengthCount = short == 126 ? 2 : short == 127 ? 8 : 0
        let maskCount = second & 0x80 == 0 ? 0 : 4
        let headerCount = 2 + lengthCount + maskCount
        guard bytes.count - start >= headerCount else { return .incomplete }
        var length = lengthCount == 0 ? UInt64(short) : 0
        for offset in 0..<lengthCount { length = length << 8 | UInt64(bytes[start + 2 + offset]) }
        guard length <= UInt64(Int.max / 2) else { return .invalid }
        var mask: InlineMask?
        if maskCount > 0 {
            var word: UInt32 = 0
            for offset in 0..<4 { word = word << 8 | UInt32(bytes[start + 2 + lengthCount + offset]) }
            mask = InlineMask(word: word)
        }
        return .header(
            WebSocketFrame(
                opcode: opcode, isFinal: isFinal, isCompressed: isCompressed, mask: mask, headerCount: headerCount,
                count: Int(length)))
    }

    /// Payload bytes that are looked at to know a SIP message by its start line.
    static let startLineBytes = 32

    /// Whether a frame begins at `start` that begins with a SIP start line once unmasked: what a connection is known by
    /// whose handshake passed before, or behind a gap. Nil when more bytes are needed to tell.
    static func beginsSIP(_ bytes: Span<UInt8>, at start: Int) -> Bool? {
        guard start < bytes.count else { return nil }
        // A message's first frame, not compressed, of text or binary data.
        guard bytes[start] & 0x7f == 1 || bytes[start] & 0x7f == 2 else { return false }
        switch read(bytes, at: start) {
        case .incomplete: return nil
        case .invalid: return false
        case .header(let frame):
            let payload = start + frame.headerCount
            let looked = min(frame.count, startLineBytes)
            guard looked >= shortestStart else { return false }
            guard bytes.count - payload >= looked else { return nil }
            var head: [UInt8] = []
            for index in 0..<looked { head.append(bytes[payload + index] ^ (frame.mask?[index] ?? 0)) }
            return SIPRecognizer.looksLikeSIP(head.span)
        }
    }

    /// Bytes of the shortest start line.
    private static let shortestStart = 12
}
