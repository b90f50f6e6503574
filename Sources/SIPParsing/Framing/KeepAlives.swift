/// What stands between the messages of a stream to keep it open (RFC 5626 section 4.4.1).
public struct KeepAlives: Sendable, Hashable {
    /// CRLF CRLF: a client asks whether the flow is alive.
    ///
    /// Both arrive in one segment; that is what tells a ping from two pongs, which follow each other without anything
    /// between where a server has nothing else to say.
    public internal(set) var pings = 0
    /// A single CRLF: the answer to a ping, or a line end too many behind a message.
    public internal(set) var pongs = 0
    /// NUL bytes, and CR or LF alone.
    public internal(set) var fillBytes = 0

    /// None.
    public init() {}

    /// Pings and pongs.
    public var count: Int { pings + pongs }

    /// Counts the line ends and NUL bytes at the start of some bytes and returns how many bytes they are.
    ///
    /// A CR that ends the bytes is left for the next time unless the stream is cut there: LF may follow.
    mutating func take(_ bytes: Span<UInt8>, isLast: Bool) -> Int {
        var offset = 0
        var isHalfPing = false
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == ASCII.carriageReturn, offset + 1 == bytes.count, !isLast { return offset }
            if byte == ASCII.carriageReturn, offset + 1 < bytes.count, bytes[offset + 1] == ASCII.lineFeed {
                pongs += isHalfPing ? -1 : 1
                pings += isHalfPing ? 1 : 0
                isHalfPing.toggle()
                offset += 2
            } else if ASCII.isFill(byte) {
                fillBytes += 1
                isHalfPing = false
                offset += 1
            } else {
                return offset
            }
        }
        return offset
    }
}

extension ASCII {
    /// CR, LF, or NUL: what may stand between messages.
    static func isFill(_ byte: UInt8) -> Bool {
        byte == carriageReturn || byte == lineFeed || byte == 0
    }
}
