/// Walks over the parts of a multipart body (RFC 2046 section 5.1.1), one line after the other.
///
/// A delimiter is a line that holds the boundary and nothing else but white space behind it, so that a boundary may begin
/// as another one does. Lines may end in LF alone. What comes before the first and after the closing delimiter is passed
/// over.
struct MultipartReader {
    /// One part.
    struct Part {
        /// Its header fields.
        var fields: [HeaderField] = []
        /// What stands behind them.
        var content: Range<Int>
        /// What is wrong with the header fields.
        var anomalies: [Anomaly] = []
    }

    private enum Line {
        case text, delimiter, close
    }

    /// Whether the closing delimiter was met.
    private(set) var isClosed = false
    private let delimiter: [UInt8]
    private let end: Int
    private let limits: ParsingLimits
    /// The offset of the next line to look at, and where the last one began.
    private var offset: Int
    private var lineStart: Int
    private var isInside = false

    /// Makes a reader of the body in `range`; nil where the type has no boundary.
    init?(_ type: MediaType, _ range: Range<Int>, _ limits: ParsingLimits) {
        // A boundary never ends in white space.
        var boundary = Array((type.parameters.value(of: "boundary") ?? "").utf8)
        while let last = boundary.last, ASCII.isWhitespace(last) { boundary.removeLast() }
        guard !boundary.isEmpty else { return nil }
        delimiter = [45, 45] + boundary
        offset = range.lowerBound
        lineStart = offset
        end = range.upperBound
        self.limits = limits
    }

    /// The next part; a last part whose closing delimiter is missing reaches to the end.
    mutating func next(_ bytes: Span<UInt8>) -> Part? {
        while offset < end, !isInside { isInside = takeLine(bytes) == .delimiter }
        guard isInside, offset < end else { return nil }
        var fields = PartFieldReader(limits)
        while offset < end {
            let line = takeLine(bytes)
            if line != .text {
                return finish(&fields, bytes, from: fields.suspectedContent ?? lineStart, line)
            }
            guard fields.take(bytes, lineStart..<offset) else {
                fields.confirm()
                return finish(&fields, bytes, from: offset, readToDelimiter(bytes))
            }
        }
        return finish(&fields, bytes, from: fields.suspectedContent ?? end, nil)
    }

    /// Passes over the content of a part; the delimiter behind it, or nil at the end.
    private mutating func readToDelimiter(_ bytes: Span<UInt8>) -> Line? {
        while offset < end {
            let line = takeLine(bytes)
            if line != .text { return line }
        }
        return nil
    }

    private mutating func finish(
        _ fields: inout PartFieldReader, _ bytes: Span<UInt8>, from start: Int, _ line: Line?
    ) -> Part {
        isInside = line == .delimiter
        let (kept, anomalies) = fields.finish(bytes)
        let content = start..<(line == nil ? end : contentEnd(bytes, start))
        return Part(fields: kept, content: content, anomalies: anomalies)
    }

    /// The line end in front of a delimiter belongs to the delimiter.
    private func contentEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int {
        var end = lineStart
        if end > start, bytes[end - 1] == ASCII.lineFeed { end -= 1 }
        if end > start, bytes[end - 1] == ASCII.carriageReturn { end -= 1 }
        return end
    }

    /// Steps over a line; behind the closing delimiter, to the end.
    private mutating func takeLine(_ bytes: Span<UInt8>) -> Line {
        lineStart = offset
        let lineFeed = bytes.offset(of: ASCII.lineFeed, from: offset, to: end) ?? end
        offset = min(lineFeed + 1, end)
        guard lineFeed - lineStart >= delimiter.count, holdsDelimiter(bytes) else { return .text }
        var rest = (lineStart + delimiter.count)..<lineFeed
        while let last = rest.last, ASCII.isWhitespace(bytes[last]) || bytes[last] == 0 {
            rest = rest.lowerBound..<last
        }
        if rest.isEmpty { return .delimiter }
        guard rest.count == 2, bytes[rest.lowerBound] == 45, bytes[rest.lowerBound + 1] == 45 else { return .text }
        isClosed = true
        offset = end
        return .close
    }

    private func holdsDelimiter(_ bytes: Span<UInt8>) -> Bool {
        for index in delimiter.indices where bytes[lineStart + index] != delimiter[index] { return false }
        return true
    }
}
