import SIPParsing

/// Reading text out of a body.
enum LineReader {
    /// Lines looked at.
    private static let mostLines = 256
    /// Bytes kept of a line.
    private static let longestLine = 1_024

    /// The first lines, without their ends and without white space around them, empty ones included.
    static func lines(_ bytes: Span<UInt8>, _ content: ByteRange) -> [String] {
        var lines: [String] = []
        var start = content.range.lowerBound
        let end = min(content.range.upperBound, bytes.count)
        while start < end, lines.count < mostLines {
            var offset = start
            while offset < end, bytes[offset] != 10 { offset += 1 }
            let text = bytes.text(ByteRange(start..<min(offset, start + longestLine)))
            lines.append(trimmed(text[...]))
            start = offset + 1
        }
        return lines
    }

    /// The first characters of a text, in quotes.
    static func excerpt(_ bytes: Span<UInt8>, _ content: ByteRange) -> String {
        let range = content.range
        let isCut = range.count > longestLine
        let text = bytes.text(ByteRange(range.lowerBound..<(range.lowerBound + min(range.count, longestLine))))
        return "\"\(trimmed(text[...]))\(isCut ? "…" : "\"")"
    }

    /// A line as name and value, the name in lower case; nil where the separator is missing.
    static func pair(_ line: String, _ separator: Character) -> (name: String, value: String)? {
        guard let index = line.firstIndex(of: separator) else { return nil }
        return (trimmed(line[..<index]).lowercased(), trimmed(line[line.index(after: index)...]))
    }

    private static func trimmed(_ text: Substring) -> String {
        var kept = text.drop(while: \.isWhitespace)
        while kept.last?.isWhitespace == true { kept.removeLast() }
        return String(kept)
    }
}
