/// Tells cheaply whether bytes may begin with SIP.
public enum SIPRecognizer {
    /// The URI schemes that a request line cut short is known by.
    private static let schemes = ["sip:", "sips:", "tel:", "urn:"]
    /// Bytes of a line cut short that are looked at for a method, and then for the URI behind it.
    private static let longestWord = 64

    /// Bytes of the longest start line: with any line end, `MessageParser` reads it.
    static let longestStartLine = StartLineParser.longestLine - 8

    /// Whether the first line, after any line ends and zero bytes, is a start line (RFC 3261 sections 7.1 and 7.2), or
    /// the bytes end within it and it looks like one so far.
    public static func looksLikeSIP(_ bytes: Span<UInt8>) -> Bool {
        var start = 0
        while start < bytes.count, ASCII.isWhitespace(bytes[start]) || bytes[start] == 0 { start += 1 }
        guard start < bytes.count else { return false }
        let first = bytes[start]
        guard ASCII.isToken(first) else { return false }
        var lines = LineFinder()
        guard let line = lines.line(at: start, in: bytes, isLast: true) else {
            return beginsStartLine(bytes, from: start)
        }
        return isStartLine(bytes, line.text)
    }

    /// Whether the whole line is a start line.
    static func isStartLine(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
        guard line.count <= longestStartLine, mayBeStartLine(bytes, line),
            let line = StartLineParser.parse(bytes, line, note: { _, _ in })
        else {
            return false
        }
        guard case .request(_, _, let uri) = line else { return true }
        return bytes[uri.range.lowerBound] != ASCII.colon
    }

    /// Whether a line begins like a status line or ends like a request line; cheap, for nearly all lines do neither.
    private static func mayBeStartLine(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
        guard let first = line.first, let last = line.last else { return false }
        return ASCII.lowercased(bytes[first]) == 0x73 || ASCII.isWhitespace(bytes[last])
            || (line.count > 4 && bytes[last - 3] == ASCII.slash)
    }

    /// Whether what is there of a line could become a start line: a version and a digit, or a method and a URI's scheme.
    static func beginsStartLine(_ bytes: Span<UInt8>, from start: Int) -> Bool {
        if bytes.hasPrefix("sip/", at: start) {
            return start + 4 < bytes.count && ASCII.digit(bytes[start + 4]) != nil
        }
        let end = bytes.endOfToken(start..<min(bytes.count, start + longestWord))
        guard end < bytes.count, ASCII.isBlank(bytes[end]) else { return false }
        var uri = end
        while uri < min(bytes.count, end + longestWord), ASCII.isBlank(bytes[uri]) { uri += 1 }
        return schemes.contains { bytes.hasPrefix($0, at: uri) }
    }
}
