/// The first line of a message (RFC 3261 sections 7.1 and 7.2).
public enum StartLine: Sendable {
    /// Request-Line: the method, its text, and the Request-URI.
    case request(method: Method, name: ByteRange, uri: ByteRange)
    /// Status-Line: the code, 0 where it is not of three digits, and the reason phrase.
    case response(status: UInt16, reason: ByteRange)
}

/// Reads start lines, and so decides whether bytes are SIP at all.
struct StartLineParser {
    /// Bytes looked at for a first line's end; a longer one is not SIP that anybody would send.
    static let longestLine = 1 << 16
    /// The shortest first lines that there are: `SIP/2.0 200`, a digit less where it is wrong, and `M u SIP/2.0`.
    private static let shortestLine = 9

    /// Reads the line, which has no line end any more; nil when it is no start line. `isWhole` says that there was a
    /// line end: without one, the last digits of a status code may be missing.
    static func parse(
        _ bytes: Span<UInt8>, _ untrimmed: Range<Int>, isWhole: Bool = true,
        note: (Anomaly.Kind, Range<Int>) -> Void
    ) -> StartLine? {
        var line = untrimmed
        while let last = line.last, ASCII.isWhitespace(bytes[last]) { line = line.lowerBound..<last }
        guard line.count >= (isWhole ? shortestLine : shortestLine + 2) else { return nil }
        if let response = response(bytes, line, note) { return response }
        guard let request = request(bytes, line, note) else { return nil }
        // A reason phrase may end in white space, or be empty; a version may not.
        if line.upperBound < untrimmed.upperBound { note(.startLineSpacing, line.upperBound..<untrimmed.upperBound) }
        return request
    }

    /// Status-Line = SIP-Version SP Status-Code SP Reason-Phrase
    private static func response(
        _ bytes: Span<UInt8>, _ line: Range<Int>, _ note: (Anomaly.Kind, Range<Int>) -> Void
    ) -> StartLine? {
        guard let version = version(bytes, line.lowerBound, line.upperBound) else { return nil }
        let code = skipBlanks(bytes, version.upperBound, line.upperBound)
        guard code > version.upperBound else { return nil }
        var status: UInt64 = 0
        var offset = code
        while offset < line.upperBound, let digit = ASCII.digit(bytes[offset]) {
            // Three digits are all that counts; more are only stepped over.
            if offset < code + 3 { status = status * 10 + UInt64(digit) }
            offset += 1
        }
        guard offset > code, offset == line.upperBound || ASCII.isBlank(bytes[offset]) else { return nil }
        let reason = skipBlanks(bytes, offset, line.upperBound)
        noteVersion(bytes, version, note)
        noteSpacing(bytes, version.upperBound..<code, note)
        let isThreeDigits = offset - code == 3
        if !isThreeDigits || !(100...699).contains(status) { note(.statusOutOfRange, code..<offset) }
        return .response(
            status: isThreeDigits ? UInt16(status) : 0, reason: ByteRange(from: reason, to: line.upperBound))
    }

    /// Request-Line = Method SP Request-URI SP SIP-Version
    private static func request(
        _ bytes: Span<UInt8>, _ line: Range<Int>, _ note: (Anomaly.Kind, Range<Int>) -> Void
    ) -> StartLine? {
        let nameEnd = bytes.endOfToken(line)
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
        noteSpacing(bytes, nameEnd..<uriStart, note)
        noteSpacing(bytes, uriEnd..<versionStart, note)
        if isBadURI(bytes, uriStart, uriEnd) { note(.badRequestURI, uriStart..<uriEnd) }
        let name = line.lowerBound..<nameEnd
        return .request(
            method: Method(bytes, name), name: ByteRange(name), uri: ByteRange(from: uriStart, to: uriEnd))
    }

    /// Whether the Request-URI holds white space, begins with a bracket, or asks for header fields (section 19.1.1).
    private static func isBadURI(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        if bytes[start] == ASCII.less { return true }
        if bytes.offset(of: ASCII.space, from: start, to: end) != nil
            || bytes.offset(of: ASCII.tab, from: start, to: end) != nil
        {
            return true
        }
        guard bytes.offset(of: ASCII.question, from: start, to: end) != nil, bytes.hasPrefix("sip", at: start) else {
            return false
        }
        let host = bytes.offset(of: ASCII.at, from: start, to: end) ?? start
        return bytes.offset(of: ASCII.question, from: host, to: end) != nil
    }

    /// SIP-Version at `start`: "SIP" in any case, a slash, digits, a dot, digits.
    private static func version(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Range<Int>? {
        guard start + 7 <= end, bytes[start + 3] == ASCII.slash, ASCII.lowercased(bytes[start]) == 0x73,
            ASCII.lowercased(bytes[start + 1]) == 0x69, ASCII.lowercased(bytes[start + 2]) == 0x70
        else { return nil }
        let major = skipDigits(bytes, start + 4, end)
        guard major > start + 4, major < end, bytes[major] == 46 else { return nil }
        let minor = skipDigits(bytes, major + 1, end)
        return minor > major + 1 ? start..<minor : nil
    }

    private static func noteVersion(
        _ bytes: Span<UInt8>, _ version: Range<Int>, _ note: (Anomaly.Kind, Range<Int>) -> Void
    ) {
        let isTwo = version.count == 7 && bytes[version.lowerBound + 4] == 50 && bytes[version.lowerBound + 6] == 48
        if !isTwo { note(.otherVersion, version) }
    }

    private static func noteSpacing(
        _ bytes: Span<UInt8>, _ blanks: Range<Int>, _ note: (Anomaly.Kind, Range<Int>) -> Void
    ) {
        if blanks.count != 1 || bytes[blanks.lowerBound] != ASCII.space { note(.startLineSpacing, blanks) }
    }

    private static func skipBlanks(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        var offset = start
        while offset < end, ASCII.isBlank(bytes[offset]) { offset += 1 }
        return offset
    }

    private static func skipDigits(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        var offset = start
        while offset < end, ASCII.digit(bytes[offset]) != nil { offset += 1 }
        return offset
    }
}
