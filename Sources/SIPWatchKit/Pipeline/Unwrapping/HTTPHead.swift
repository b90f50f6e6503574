/// The head of an HTTP message at the beginning of a stream, which may ask for, or grant, a WebSocket (RFC 6455).
struct HTTPHead: Sendable {
    /// What the head says.
    enum Outcome: Equatable {
        /// It is not all there.
        case incomplete
        /// WebSocket frames follow behind so many bytes.
        case webSocket(end: Int)
        /// Something else follows behind so many bytes.
        case plain(end: Int)
        /// It is no head of HTTP.
        case notHTTP
    }

    /// Bytes of the longest head.
    static let longest = 16 << 10

    /// The bytes so far.
    private(set) var bytes: [UInt8] = []
    private var lineStart = 0
    private var searched = 0
    private var isFirstLine = true
    private var upgrades = false
    private var grants = false

    /// Takes bytes and says what the head is as far as it shows.
    mutating func append(_ span: Span<UInt8>) -> Outcome {
        for index in 0..<span.count { bytes.append(span[index]) }
        while searched < bytes.count {
            guard bytes[searched] == 0x0a else {
                searched += 1
                continue
            }
            var end = searched
            if end > lineStart, bytes[end - 1] == 0x0d { end -= 1 }
            let line = lineStart..<end
            searched += 1
            lineStart = searched
            if isFirstLine {
                guard readFirstLine(line) else { return .notHTTP }
                isFirstLine = false
            } else if line.isEmpty {
                return upgrades && grants ? .webSocket(end: searched) : .plain(end: searched)
            } else {
                readField(line)
            }
        }
        return bytes.count > Self.longest ? .notHTTP : .incomplete
    }

    /// `GET … HTTP/1.1`, or `HTTP/1.1 101 …`; another status grants nothing.
    private mutating func readFirstLine(_ line: Range<Int>) -> Bool {
        let text = String(decoding: bytes[line], as: UTF8.self)
        if text.hasPrefix("HTTP/1.") {
            grants = text.dropFirst(8).hasPrefix(" 101")
            return true
        }
        grants = true
        return text.hasSuffix(" HTTP/1.1")
    }

    private mutating func readField(_ line: Range<Int>) {
        let text = String(decoding: bytes[line], as: UTF8.self).lowercased()
        if text.hasPrefix("upgrade:"), text.contains("websocket") { upgrades = true }
    }
}
