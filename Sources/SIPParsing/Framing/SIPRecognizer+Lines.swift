/// Finding a start line where a body without a line end runs into it.
extension SIPRecognizer {
    /// Bytes that a start line within a line may have.
    static let longestEmbeddedLine = 1024
    /// Line ends after which a stream is idle, whatever comes behind them.
    private static let longestIdling = 512
    /// What stands before a message that is only quoted: `text=INVITE sip:a@b SIP/2.0`.
    private static let openers = Array("=:\"'<([,; \t".utf8)
    private static let methods = Method.allCases.filter { $0 != .other }.map { Array($0.name.utf8) }

    /// What stands at `offset`.
    enum Following {
        /// A start line, or the end of the stream.
        case message
        /// Anything else.
        case other
        /// What is there could become either.
        case undecided
    }

    /// What follows the body that ends at `end`, line ends and NUL bytes before it aside; of start lines perhaps only
    /// those of known methods count, which the rest of a start line cut in two is not taken for.
    static func following(
        _ end: Int, in bytes: Span<UInt8>, _ lines: inout LineFinder, isLast: Bool, onlyKnown: Bool = false
    ) -> Following {
        var start = end
        while start < bytes.count, start - end < longestIdling, ASCII.isFill(bytes[start]) { start += 1 }
        guard start - end < longestIdling else { return .message }
        guard start < bytes.count else { return isLast ? .message : .undecided }
        guard ASCII.isToken(bytes[start]) else { return .other }
        if let line = lines.line(at: start, in: bytes, isLast: isLast) {
            let isMessage =
                startLine(bytes, in: line.text)?.offset == start && (!onlyKnown || isKnown(bytes, line.text))
            return isMessage ? .message : .other
        }
        if bytes.countBeforeReturns - start > longestStartLine { return .other }
        guard isLast else { return .undecided }
        return beginsStartLine(bytes, from: start) ? .message : .other
    }

    /// A start line that ends with a line.
    struct Found {
        var offset: Int
        /// Whether it stands as in a text that quotes it, behind white space or a colon.
        var isQuoted: Bool
    }

    /// Where a start line begins that ends with the line: at its first byte, or behind the end of a body that has no line
    /// end. Where both can be, a method that is not known and not in capitals, or a URI without a known scheme, shows the
    /// latter.
    static func startLine(_ bytes: Span<UInt8>, in line: Range<Int>) -> Found? {
        let isWhole = isStartLine(bytes, line)
        if isWhole, isKnown(bytes, line) || (isInCapitals(bytes, line) && beginsStartLine(bytes, from: line.lowerBound))
        {
            return Found(offset: line.lowerBound, isQuoted: false)
        }
        let embedded = embeddedStartLine(bytes, line)
        guard isWhole, embedded?.isQuoted ?? true else { return embedded }
        return Found(offset: line.lowerBound, isQuoted: false)
    }

    /// Whether a start line is a status line or of a known method.
    static func isKnown(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
        bytes.hasPrefix("sip/", at: line.lowerBound)
            || Method(bytes, line.lowerBound..<bytes.endOfToken(line)) != .other
    }

    /// Whether a line is a Via, with which most header sections begin (RFC 3261 section 7.3.1 asks for it near the top).
    static func isVia(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
        guard let first = line.first, ASCII.lowercased(bytes[first]) == 118 else { return false }
        return bytes.hasPrefix("via:", at: first) || bytes.hasPrefix("v:", at: first)
    }

    /// A status line, or a request line of a known method, that begins within a line and ends with it.
    static func embeddedStartLine(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Found? {
        let start = max(line.lowerBound, line.upperBound - longestEmbeddedLine)
        var end = line.upperBound
        while end > start, ASCII.isWhitespace(bytes[end - 1]) { end -= 1 }
        guard let offset = statusLine(bytes, start..<end) ?? requestLine(bytes, start..<end) else { return nil }
        return Found(offset: offset, isQuoted: openers.contains(bytes[offset - 1]))
    }

    private static func isInCapitals(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
        for offset in line.lowerBound..<bytes.endOfToken(line) where !(65...90).contains(bytes[offset]) { return false }
        return true
    }

    private static func statusLine(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Int? {
        var offset = text.lowerBound + 1
        while let start = bytes.offset(of: 0x53, from: offset, to: text.upperBound) {
            if bytes.hasPrefix("sip/2.0 ", at: start), isStartLine(bytes, start..<text.upperBound) { return start }
            offset = start + 1
        }
        return nil
    }

    private static func requestLine(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Int? {
        let version = text.upperBound - 8
        guard version > text.lowerBound, ASCII.isBlank(bytes[version]), bytes.hasPrefix("sip/2.0", at: version + 1)
        else {
            return nil
        }
        var uri = version
        while uri > text.lowerBound, !ASCII.isBlank(bytes[uri - 1]) { uri -= 1 }
        let methodEnd = uri - 1
        var start: Int?
        for method in methods {
            let candidate = methodEnd - method.count
            guard candidate > text.lowerBound, candidate < start ?? methodEnd, holds(bytes, method, at: candidate)
            else {
                continue
            }
            start = candidate
        }
        guard let start, beginsStartLine(bytes, from: start) else { return nil }
        return start
    }

    private static func holds(_ bytes: Span<UInt8>, _ text: [UInt8], at start: Int) -> Bool {
        for index in text.indices where bytes[start + index] != text[index] { return false }
        return true
    }
}
