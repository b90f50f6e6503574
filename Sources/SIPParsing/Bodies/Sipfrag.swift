/// A piece of a SIP message in the body of another (message/sipfrag, RFC 3420): in the NOTIFY of a transfer, how the
/// referred request fares (RFC 3515 section 2.4.5).
public struct Sipfrag: Sendable {
    /// The first line of the piece.
    public enum StartLine: Sendable, Hashable {
        /// A request line.
        case request(method: String)
        /// A status line.
        case status(code: UInt16, reason: String)
    }

    /// The start line, when the piece has one.
    public let startLine: StartLine?
    /// The header fields, as offsets into the bytes that the piece was read from.
    public let fields: [HeaderField]
    /// What stands behind the empty line, as long as Content-Length says; nil without an empty line.
    public let body: ByteRange?

    /// Reads the piece; nil when there is neither a start line nor a known header field.
    ///
    /// Empty lines before it are skipped, and the last line needs no end.
    public init?(_ bytes: Span<UInt8>, _ content: ByteRange) {
        guard let range = bytes.bounds(content) else { return nil }
        var offset = range.lowerBound
        while offset < range.upperBound, ASCII.isWhitespace(bytes[offset]) { offset += 1 }
        var end = range.upperBound
        while end > offset, ASCII.isWhitespace(bytes[end - 1]) || bytes[end - 1] == 0 { end -= 1 }
        let piece = bytes.extracting(offset..<end)
        var parser = MessageParser()
        switch parser.parseFragment(piece) {
        case .request(_, let name, _): startLine = .request(method: piece.text(name))
        case .response(let status, let reason): startLine = .status(code: status, reason: piece.text(reason))
        case nil: startLine = nil
        }
        fields = parser.message.fields.map { $0.moved(by: offset) }
        body = bytes.endOfFields(offset..<range.upperBound).map { start in
            let length = min(parser.message.contentLength ?? .max, range.upperBound - start)
            return ByteRange(start..<(start + length))
        }
        guard startLine != nil || fields.contains(where: { $0.name != .other }) else { return nil }
    }

    /// The status code of a status line.
    public var status: UInt16? {
        if case .status(let code, _)? = startLine { code } else { nil }
    }
}

extension Span where Element == UInt8 {
    /// The offset behind the first empty line of a range (RFC 3261 section 7).
    fileprivate func endOfFields(_ range: Range<Int>) -> Int? {
        var start = range.lowerBound
        while let lineFeed = offset(of: ASCII.lineFeed, from: start, to: range.upperBound) {
            if lineFeed == start || (lineFeed == start + 1 && self[start] == ASCII.carriageReturn) {
                return lineFeed + 1
            }
            start = lineFeed + 1
        }
        return nil
    }
}
