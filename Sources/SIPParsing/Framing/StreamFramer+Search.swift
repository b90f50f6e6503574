/// Finding the start line of the next message.
extension StreamFramer {
    /// Bytes without a start line among them after which a stream is taken for something else.
    static let longestNoise = 4096
    /// Bytes kept of a line whose end is still to come: a start line may stand at its end.
    private static let keptOfLine = 2 * SIPRecognizer.longestEmbeddedLine

    /// Looks at one line between messages; false when more bytes are needed.
    mutating func search(_ bytes: Span<UInt8>, inLine: Bool) -> Bool {
        let isLast = buffer.ending != nil
        if let first = buffer.pending.first, bytes[first] == 0 { overlap = 0 }
        if !inLine, overlap == 0 { takeKeepAlives(bytes, isLast: isLast) }
        let pending = bytes.extracting(buffer.pending)
        guard let line = lines.line(at: 0, in: pending, isLast: isLast) else {
            if overlap > 0, isLast || isTooLong(pending, pending.countBeforeReturns) {
                overlap = 0
                return true
            }
            if isLast { skip(pending.count) } else { keepOrDropLine(pending, inLine: inLine) }
            return isLast
        }
        let isTooLong = isTooLong(pending, line.text.count)
        if overlap > 0 {
            let start = isTooLong ? nil : startLineInBody(bytes, line.text)
            if let start { begin(start, line, pending) } else { overlap = 0 }
        } else if let start = startLine(pending, line.text, inLine: inLine || isTooLong) {
            begin(start, line, pending)
        } else {
            skip(line.end)
            phase = .searching(inLine: false)
        }
        return true
    }

    /// Begins a message whose start line stands at `start` and ends with the line.
    private mutating func begin(_ start: Int, _ line: LineFinder.Line, _ pending: Span<UInt8>) {
        lines.endsAtReturn =
            line.end - line.text.upperBound == 1 && pending[line.text.upperBound] == ASCII.carriageReturn
        if start < 0 { takeBack(-start) } else { skip(start) }
        verdict = .sip
        noise = 0
        overlap = 0
        header = HeaderSection(next: line.end - start)
        phase = .header
    }

    /// Where a start line begins whose first bytes went to the body before it, as a negative offset.
    private func startLineInBody(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
        let head = buffer.pending.lowerBound
        let rest = (head + line.lowerBound)..<(head + line.upperBound)
        guard !SIPRecognizer.isStartLine(bytes, rest) || !SIPRecognizer.isKnown(bytes, rest) else { return nil }
        let embedded = SIPRecognizer.embeddedStartLine(bytes, (head - overlap - 1)..<rest.upperBound)
        return embedded.flatMap { $0.offset < head ? $0.offset - head : nil }
    }

    /// Where a start line begins that ends with the line; in a stream of SIP, one that may be quoted counts too.
    private func startLine(_ pending: Span<UInt8>, _ line: Range<Int>, inLine: Bool) -> Int? {
        let found =
            inLine ? SIPRecognizer.embeddedStartLine(pending, line) : SIPRecognizer.startLine(pending, in: line)
        return found.flatMap { verdict == .sip || !$0.isQuoted ? $0.offset : nil }
    }

    /// Counts line ends and NUL bytes before a start line (RFC 3261 section 7.5); blanks there are skipped.
    private mutating func takeKeepAlives(_ bytes: Span<UInt8>, isLast: Bool) {
        lines.endsAtReturn = false
        while true {
            let pending = buffer.pending
            let kept = keepAlives.take(bytes.extracting(pending), isLast: isLast)
            var next = pending.lowerBound + kept
            while next < pending.upperBound, ASCII.isBlank(bytes[next]) { next += 1 }
            guard next > pending.lowerBound else { return }
            advance(by: kept)
            skip(next - pending.lowerBound - kept)
        }
    }

    /// Decides about a line whose end is still to come.
    private mutating func keepOrDropLine(_ pending: Span<UInt8>, inLine: Bool) {
        let count = pending.count
        if inLine {
            if count > 2 * Self.keptOfLine { skip(count - Self.keptOfLine) }
        } else if isTooLong(pending, pending.countBeforeReturns) {
            skip(max(count - Self.keptOfLine, 0))
            phase = .searching(inLine: true)
        }
        if verdict == .undecided, noise > Self.longestNoise {
            verdict = .notSIP
            skip(buffer.pending.count)
            buffer.discard(0)
            phase = .searching(inLine: false)
        }
    }

    /// Whether a line of so many bytes is too long to be a start line as a whole, however it goes on.
    private func isTooLong(_ pending: Span<UInt8>, _ count: Int) -> Bool {
        guard count > min(Self.longestNoise, limits.messageBytes) else { return false }
        return count > min(SIPRecognizer.longestStartLine, limits.messageBytes)
            || !SIPRecognizer.beginsStartLine(pending, from: 0)
    }

    /// Drops a message that has grown over the limit, up to the line at `line`.
    mutating func giveUp(at line: Int) {
        oversizeMessages += 1
        skip(line)
        phase = .searching(inLine: false)
    }

    /// Leaves bytes behind that belong to no message.
    mutating func skip(_ count: Int) {
        guard count > 0 else { return }
        let skipped = max(count - takenBack, 0)
        takenBack = max(takenBack - count, 0)
        skippedBytes += skipped
        skippedSinceMessage += skipped
        noise += skipped
        advance(by: count)
    }

    /// Leaves bytes behind.
    mutating func advance(by count: Int) {
        guard count > 0 else { return }
        buffer.advance(by: count)
        lines.move(by: count)
        overlap = 0
    }

    /// Takes the last bytes of the body before back.
    private mutating func takeBack(_ count: Int) {
        buffer.advance(by: -count)
        lines = LineFinder()
        takenBack = count
    }

    /// Goes on behind a gap.
    mutating func passEnding() {
        buffer.passEnding()
        lines = LineFinder()
        overlap = 0
        phase = .searching(inLine: false)
    }
}

extension Span where Element == UInt8 {
    /// The number of bytes without the CRs at the end, which may be part of a line end.
    var countBeforeReturns: Int {
        var end = count
        while end > 0, self[end - 1] == ASCII.carriageReturn { end -= 1 }
        return end
    }
}
