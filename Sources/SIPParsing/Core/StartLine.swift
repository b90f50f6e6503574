/// The first line of a message (RFC 3261 sections 7.1 and 7.2).
public enum StartLine: Sendable {
    /// Request-Line: the method, its text, and the Request-URI.
    case request(method: Method, name: ByteRange, uri: ByteRange)
    /// Status-Line: the code and the reason phrase.
    case response(status: UInt16, reason: ByteRange)
}

/// What the first line of some bytes turned out to be.
enum StartLineResult {
    case line(StartLine, end: Int)
    case notSIP
}

/// Reads start lines, and so decides whether bytes are SIP at all.
struct StartLineParser {
    /// Bytes looked at for a first line's end; longer ones are not SIP that anybody would send.
    static let longestLine = 65_536

    /// The shortest first lines that there are: `SIP/2.0 200` and `M u SIP/2.0`.
    private static let shortestLine = 11

    /// Reads the line that begins at `start`; `end` of the result is the offset after its line end.
    static func parse(_ bytes: Span<UInt8>, from start: Int, note: (Anomaly.Kind, Range<Int>) -> Void)
        -> StartLineResult
    {
        guard start + shortestLine <= bytes.count else { return .notSIP }
        let limit = min(bytes.count, start + longestLine)
        let end = bytes.offset(of: ASCII.lineFeed, from: start, to: limit)
        guard end != nil || limit == bytes.count else { return .notSIP }
        var line = start..<(end ?? limit)
        while let last = line.last, ASCII.isWhitespace(bytes[last]) { line = line.lowerBound..<last }
        guard let parsed = response(bytes, line, note) ?? request(bytes, line, note) else { return .notSIP }
        // A reason phrase may end in white space, or be empty; a version may not.
        if case .request = parsed, line.upperBound < bytes.count, ASCII.isBlank(bytes[line.upperBound]) {
            note(.startLineSpacing, line.upperBound..<(end ?? limit))
        }
        return .line(parsed, end: min((end ?? limit) + 1, bytes.count))
    }

    private static func response(
        _ bytes: Span<UInt8>, _ line: Range<Int>, _ note: (Anomaly.Kind, Range<Int>) -> Void
    ) -> StartLine? {
        guard let version = version(bytes, line.lowerBound, line.upperBound) else { return nil }
        let code = skipBlanks(bytes, version.upperBound, line.upperBound)
        guard code > version.upperBound else { return nil }
        var status: UInt64 = 0
        var offset = code
        while offset < line.upperBound, offset < code + 18, let digit = ASCII.digit(bytes[offset]) {
            status = status * 10 + UInt64(digit)
            offset += 1
        }
        guard offset > code, offset == line.upperBound || ASCII.isBlank(bytes[offset]) else { return nil }
        let reason = skipBlanks(bytes, offset, line.upperBound)
        noteVersion(bytes, version, note)
        if code - version.upperBound != 1 { note(.startLineSpacing, version.upperBound..<code) }
        if !(100...699).contains(status) { note(.statusOutOfRange, code..<offset) }
        let kept = UInt16(exactly: status) ?? 0
        return .response(status: kept, reason: ByteRange(reason..<line.upperBound))
    }

    private static func request(
        _ bytes: Span<UInt8>, _ line: Range<Int>, _ note: (Anomaly.Kind, Range<Int>) -> Void
    ) -> StartLine? {
        var nameEnd = line.lowerBound
        while nameEnd < line.upperBound, ASCII.isToken(bytes[nameEnd]) { nameEnd += 1 }
        guard nameEnd > line.lowerBound, nameEnd < line.upperBound, ASCII.isBlank(bytes[nameEnd]) else { return nil }
        var versionStart = line.upperBound
        while versionStart > nameEnd, !ASCII.isBlank(bytes[versionStart - 1]) { versionStart -= 1 }
        guard versionStart > nameEnd, let version = version(bytes, versionStart, line.upperBound),
            version.upperBound == line.upperBound
        else { return nil }
        let uriStart = skipBlanks(bytes, nameEnd, versionStart)
        var uriEnd = versionStart
        while uriEnd > uriStart, ASCII.isBlank(bytes[uriEnd - 1]) { uriEnd -= 1 }
        guard uriEnd > uriStart else { return nil }
        noteVersion(bytes, version, note)
        if uriStart - nameEnd != 1 { note(.startLineSpacing, nameEnd..<uriStart) }
        if versionStart - uriEnd != 1 { note(.startLineSpacing, uriEnd..<versionStart) }
        if isBadURI(bytes, uriStart, uriEnd) { note(.badRequestURI, uriStart..<uriEnd) }
        let name = line.lowerBound..<nameEnd
        return .request(
            method: Method(bytes, name), name: ByteRange(name), uri: ByteRange(uriStart..<uriEnd))
    }

    private static func isBadURI(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        if bytes.offset(of: ASCII.space, from: start, to: end) != nil || bytes[start] == ASCII.less { return true }
        guard bytes.offset(of: ASCII.question, from: start, to: end) != nil, bytes.hasPrefix("sip", at: start) else {
            return false
        }
        let host = bytes.offset(of: ASCII.at, from: start, to: end) ?? start
        return bytes.offset(of: ASCII.question, from: host, to: end) != nil
    }

    /// SIP-Version at `start`: "SIP", in any case, a slash, digits, a dot, digits.
    private static func version(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Range<Int>? {
        guard start + 7 <= end, ASCII.lowercased(bytes[start]) == 0x73, ASCII.lowercased(bytes[start + 1]) == 0x69,
            ASCII.lowercased(bytes[start + 2]) == 0x70, bytes[start + 3] == ASCII.slash,
            ASCII.digit(bytes[start + 4]) != nil, bytes[start + 5] == 46, ASCII.digit(bytes[start + 6]) != nil
        else { return nil }
        return start..<(start + 7)
    }

    private static func noteVersion(
        _ bytes: Span<UInt8>, _ version: Range<Int>, _ note: (Anomaly.Kind, Range<Int>) -> Void
    ) {
        if bytes[version.lowerBound + 4] != 50 || bytes[version.lowerBound + 6] != 48 { note(.otherVersion, version) }
    }

    private static func skipBlanks(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        var offset = start
        while offset < end, ASCII.isBlank(bytes[offset]) { offset += 1 }
        return offset
    }
}
