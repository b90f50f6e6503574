/// What ends a line.
enum LineEnds: Sendable {
    /// LF, with or without a CR before it.
    case lineFeed
    /// A CR alone as well, where a header field, an empty line or the end follows it.
    case carriageReturn
}

/// One line of a header section: what stands in it, and where the next one begins.
struct Line {
    var start: Int
    /// Behind the last byte of the content.
    var contentEnd: Int
    /// Behind the line end.
    var end: Int
}

/// Lines and header fields.
extension MessageParser {
    /// The start line that begins at `start`, and where the header fields behind it begin; nil where there is none.
    mutating func readStartLine(_ bytes: Span<UInt8>, from start: Int) -> (line: StartLine, end: Int)? {
        let line = line(bytes, from: start)
        let content = line.start..<line.contentEnd
        endsAtReturn = line.end > start && bytes[line.end - 1] == ASCII.carriageReturn
        let startLine = StartLineParser.parse(bytes, content, isWhole: line.end > line.contentEnd) { note($0, $1) }
        guard let startLine else { return nil }
        if content.count > limits.lineBytes { note(.lineTooLong, content) }
        return (startLine, line.end)
    }

    /// The line that begins at `start`, folded lines not joined.
    @inline(__always)
    private mutating func line(_ bytes: Span<UInt8>, from start: Int) -> Line {
        guard let lineFeed = nextLineFeed(bytes, from: start) else {
            let rest = Line(start: start, contentEnd: bytes.count, end: bytes.count)
            return lineEnds == .lineFeed ? rest : lineToCarriageReturn(bytes, rest)
        }
        let hasReturn = lineFeed > start && bytes[lineFeed &- 1] == ASCII.carriageReturn
        let line = Line(start: start, contentEnd: hasReturn ? lineFeed &- 1 : lineFeed, end: lineFeed &+ 1)
        if !hasReturn { bareLineFeed = lineFeed }
        if lineEnds == .carriageReturn { return lineToCarriageReturn(bytes, line) }
        lineEndBytes &+= hasReturn ? 2 : 1
        return line
    }

    /// The first LF from `start` on. Where CRs end lines, one LF is found again from line to line: it is remembered.
    @inline(__always)
    private mutating func nextLineFeed(_ bytes: Span<UInt8>, from start: Int) -> Int? {
        guard lineEnds == .carriageReturn else { return bytes.offset(of: ASCII.lineFeed, from: start, to: bytes.count) }
        if let known = knownLineFeed, known >= start { return known < bytes.count ? known : nil }
        let found = bytes.offset(of: ASCII.lineFeed, from: start, to: bytes.count)
        knownLineFeed = found ?? bytes.count
        return found
    }

    /// The same where a CR alone may end a line before its LF does.
    private func lineToCarriageReturn(_ bytes: Span<UInt8>, _ line: Line) -> Line {
        var offset = line.start
        while let found = bytes.offset(of: ASCII.carriageReturn, from: offset, to: line.contentEnd) {
            if !endsAtReturn, line.contentEnd + 1 < line.end, isRun(bytes, found..<line.contentEnd) {
                return Line(start: line.start, contentEnd: found, end: line.end)
            }
            if found == line.start || endsLine(bytes, found) {
                return Line(start: line.start, contentEnd: found, end: found + 1)
            }
            offset = found + 1
        }
        return line
    }

    /// Whether there are only CRs in the range: behind them stands CRLF, with which they are one line end, as when line
    /// ends were translated twice.
    private func isRun(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        for offset in range where bytes[offset] != ASCII.carriageReturn { return false }
        return range.count <= 3
    }

    /// Whether the lone CR at `offset` ends a line: what follows is a line end, a fold, a header field, or nothing.
    func endsLine(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
        let start = offset + 1
        guard start < bytes.count, !ASCII.isWhitespace(bytes[start]) else { return true }
        var end = bytes.endOfToken(start..<bytes.count)
        guard end > start else { return false }
        while end < bytes.count, ASCII.isBlank(bytes[end]) { end += 1 }
        return end < bytes.count && bytes[end] == ASCII.colon
    }

    /// Reads header fields up to the empty line; returns the offset of the body.
    mutating func parseFields(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var offset = start
        while offset < bytes.count {
            var line = line(bytes, from: offset)
            guard line.contentEnd > offset else { return line.end }
            while line.end < bytes.count, ASCII.isBlank(bytes[line.end]) {
                let fold = self.line(bytes, from: line.end)
                line.contentEnd = fold.contentEnd
                line.end = fold.end
            }
            parseField(bytes, from: offset, to: line.contentEnd)
            offset = line.end
        }
        note(.missingEmptyLine, bytes.count..<bytes.count)
        return bytes.count
    }

    /// Reads one header field, folded lines included (RFC 3261 section 7.3.1).
    @inline(__always)
    private mutating func parseField(_ bytes: Span<UInt8>, from lineStart: Int, to lineEnd: Int) {
        guard let colon = bytes.offset(of: ASCII.colon, from: lineStart, to: lineEnd) else {
            return note(.lineWithoutColon, lineStart..<lineEnd)
        }
        guard message.fields.count < limits.headerFields else {
            if !hasTooManyFields { note(.tooManyFields, lineStart..<lineEnd) }
            hasTooManyFields = true
            return
        }
        var nameEnd = colon
        while nameEnd > lineStart, ASCII.isBlank(bytes[nameEnd &- 1]) { nameEnd &-= 1 }
        var start = colon &+ 1
        var end = lineEnd
        if end &- lineStart > limits.lineBytes {
            end = max(start, lineStart + limits.lineBytes)
            note(.lineTooLong, end..<lineEnd)
        }
        while start < end, ASCII.isWhitespace(bytes[start]) { start &+= 1 }
        while end > start, ASCII.isWhitespace(bytes[end &- 1]) { end &-= 1 }
        // White space in front can only be that of a fold behind the start line, which is none.
        var lineStart = lineStart
        while lineStart < nameEnd, ASCII.isBlank(bytes[lineStart]) { lineStart &+= 1 }
        let name = names.name(bytes, from: lineStart, to: nameEnd)
        let value = ByteRange(from: start, to: end)
        message.fields.append(
            HeaderField(name: name, nameRange: ByteRange(from: lineStart, to: nameEnd), value: value))
        readCore(bytes, name, value)
    }
}
