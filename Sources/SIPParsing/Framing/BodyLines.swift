/// Looks through the lines of a body for a start line that cannot be part of it.
struct BodyLines: Sendable {
    /// The first start line that cannot be part of such a body as long as its length is not to be believed.
    private(set) var startLine: Int?
    /// Whether it proves by itself that the body has ended.
    var isProof: Bool { isWholeLine && content == .sessionDescription }

    /// Whether a further start line may prove what the first does not.
    private var needsProof: Bool { !isWholeLine && content == .sessionDescription }

    private let content: BodyHeader.Content
    /// The first line not yet looked at.
    private(set) var next: Int
    private var isWholeLine = false
    private var hasText = false
    /// A start line within the line before, which counts when a Via follows.
    private var quoted: Int?
    /// Whether the line before has text.
    private var followsText = false
    /// Whether the last line with text closes a multipart body.
    private var isClosed = false
    private var finder = LineFinder()

    /// Makes a search from `start` on.
    init(_ content: BodyHeader.Content, start: Int) {
        self.content = content
        next = start
    }

    /// Looks at the lines that have come, up to the first start line.
    mutating func look(_ bytes: Span<UInt8>, isLast: Bool) {
        while startLine == nil || needsProof, let line = finder.line(at: next, in: bytes, isLast: isLast) {
            next = line.end
            if !line.text.isEmpty { look(bytes, line.text) }
            followsText = !line.text.isEmpty
        }
    }

    /// Whether a start line is among the lines, or may have begun in the last one.
    func mayEndEarlier(_ bytes: Span<UInt8>) -> Bool {
        guard startLine == nil, quoted == nil else { return true }
        guard next < bytes.count, mayHoldStartLine else { return false }
        // No line of a session description begins with a capital (RFC 8866 section 5).
        let isForeign = content == .sessionDescription && (65...90).contains(bytes[next])
        return isForeign || SIPRecognizer.beginsStartLine(bytes, from: next)
    }

    /// Looks at the line that the body ends in, of bytes that go on behind it; false while its end is not there.
    mutating func lookBehind(_ bytes: Span<UInt8>, isLast: Bool) -> Bool {
        guard let line = finder.line(at: next, in: bytes, isLast: isLast) else { return false }
        // Of a longer line, its end would not have been waited for.
        if line.text.count <= SIPRecognizer.longestStartLine { look(bytes, line.text) }
        return true
    }

    /// Whether the next line can be a start line without being part of the body: a part of a multipart body begins
    /// behind an empty line.
    var mayHoldStartLine: Bool {
        switch content {
        case .sessionDescription, .other: true
        case .message: hasText
        case .multipart: isClosed || followsText
        }
    }

    private mutating func look(_ bytes: Span<UInt8>, _ text: Range<Int>) {
        let found = SIPRecognizer.startLine(bytes, in: text)
        if let found, !found.isQuoted, mayHoldStartLine || found.offset > text.lowerBound {
            if startLine == nil { startLine = found.offset }
            isWholeLine = found.offset == text.lowerBound
        } else if startLine == nil, let quoted, SIPRecognizer.isVia(bytes, text) {
            startLine = quoted
        } else {
            quoted = found.flatMap { $0.isQuoted ? $0.offset : nil }
        }
        hasText = true
        isClosed = content == .multipart && isDelimiter(bytes, text)
    }

    /// Whether the text is the close-delimiter of a multipart body (RFC 2046 section 5.1.1).
    private func isDelimiter(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
        text.count > 4 && bytes.hasPrefix("--", at: text.lowerBound) && bytes.hasPrefix("--", at: text.upperBound - 2)
    }
}
