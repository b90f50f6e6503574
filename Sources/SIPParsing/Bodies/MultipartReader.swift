/// Walks over the parts of a multipart body (RFC 2046 section 5.1.1).
struct MultipartReader {
    /// One part: the value of its Content-Type, and what stands behind its header fields.
    struct Part {
        var contentType: Range<Int>?
        var content: Range<Int>
    }

    private let boundary: [UInt8]
    private let end: Int
    /// The offset of the next line to look at.
    private var offset: Int
    private var isInside = false

    /// Makes a reader of the body in `range`.
    init(boundary: String, _ range: Range<Int>) {
        self.boundary = [45, 45] + boundary.utf8
        offset = range.lowerBound
        end = range.upperBound
    }

    /// The next part; a last part whose closing delimiter is missing reaches to the end.
    mutating func next(_ bytes: Span<UInt8>) -> Part? {
        while offset < end, !isInside { takeLine(bytes) }
        guard isInside, offset < end else { return nil }
        let contentType = readFields(bytes)
        let start = offset
        isInside = false
        while offset < end {
            let line = offset
            if takeLine(bytes) {
                return Part(contentType: contentType, content: start..<contentEnd(bytes, start, line))
            }
        }
        return Part(contentType: contentType, content: start..<end)
    }

    /// Steps over a line; true when it is a delimiter, after which `isInside` says whether a part follows.
    @discardableResult
    private mutating func takeLine(_ bytes: Span<UInt8>) -> Bool {
        let start = offset
        let lineFeed = bytes.offset(of: ASCII.lineFeed, from: start, to: end) ?? end
        offset = min(lineFeed + 1, end)
        let line = bytes.trimmed(start..<lineFeed)
        guard line.lowerBound == start, line.count >= boundary.count, isBoundary(bytes, start) else { return false }
        let rest = (start + boundary.count)..<line.upperBound
        let closes = rest.count >= 2 && bytes[rest.lowerBound] == 45 && bytes[rest.lowerBound + 1] == 45
        guard closes || rest.isEmpty else { return false }
        isInside = !closes
        if closes { offset = end }
        return true
    }

    private func isBoundary(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
        for index in boundary.indices where bytes[start + index] != boundary[index] { return false }
        return true
    }

    /// The line end in front of a delimiter belongs to the delimiter.
    private func contentEnd(_ bytes: Span<UInt8>, _ start: Int, _ line: Int) -> Int {
        var end = line
        if end > start, bytes[end - 1] == ASCII.lineFeed { end -= 1 }
        if end > start, bytes[end - 1] == ASCII.carriageReturn { end -= 1 }
        return end
    }

    /// Steps over the part's header fields and the empty line; the value of Content-Type among them.
    private mutating func readFields(_ bytes: Span<UInt8>) -> Range<Int>? {
        var contentType: Range<Int>?
        while offset < end {
            let start = offset
            var lineFeed = bytes.offset(of: ASCII.lineFeed, from: start, to: end) ?? end
            while lineFeed + 1 < end, ASCII.isBlank(bytes[lineFeed + 1]), !bytes.trimmed(start..<lineFeed).isEmpty {
                lineFeed = bytes.offset(of: ASCII.lineFeed, from: lineFeed + 1, to: end) ?? end
            }
            offset = min(lineFeed + 1, end)
            let line = bytes.trimmed(start..<lineFeed)
            if line.isEmpty { break }
            guard let colon = bytes.offset(of: ASCII.colon, from: line.lowerBound, to: line.upperBound) else {
                continue
            }
            let name = bytes.lowercasedText(bytes.trimmed(line.lowerBound..<colon))
            if contentType == nil, name == "content-type" || name == "c" { contentType = (colon + 1)..<line.upperBound }
        }
        return contentType
    }
}
