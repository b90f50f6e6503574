/// Finds where the body of a message ends that came over a stream. Offsets count from the message's first byte.
///
/// Content-Length is believed (RFC 3261 section 18.3) unless what stands there speaks against it:
///
/// - A start line inside the body ends it where the length leads to neither a message nor the end of the stream, and
///   at once inside a session description. Where a body may hold SIP, its own start lines end nothing.
/// - Of several lengths the shortest that leads to a message holds, or else the first.
/// - Without a length there is no body, unless Content-Type announces one: then it reaches to the next start line.
struct BodySearch: Sendable {
    /// Where a message ends.
    struct End {
        var offset: Int
        var isComplete: Bool
        var anomalies: [Anomaly]
        /// How many bytes at the end are a line without an end, and so may be the first ones of the next start line.
        var overlap = 0
        /// Whether the message is given up because it is longer than what is kept of one.
        var isOversize = false
    }

    private enum Claim {
        case unknown, tooLong
        case one(Int)
        case several([Int])
    }

    private let start: Int
    private let limit: Int
    private let header: BodyHeader
    private var claim: Claim
    private var lines: BodyLines
    /// Finds the line behind the body.
    private var ahead = LineFinder()

    /// Makes a search for the body behind a header section that ends at `start`, in a message of at most `limit` bytes.
    init(_ header: BodyHeader, start: Int, limit: Int) {
        self.start = start
        self.limit = limit
        self.header = header
        lines = BodyLines(header.content ?? .other, start: start)
        guard let length = header.length else {
            claim = .unknown
            return
        }
        guard header.otherLengths.isEmpty else {
            claim = .several(([length] + header.otherLengths).map { start + $0 }.filter { $0 <= limit }.sorted())
            return
        }
        claim = length > limit - start ? .tooLong : .one(start + length)
    }

    /// The end of the message, or nil until more bytes come; where none will, there is an end.
    mutating func look(_ bytes: Span<UInt8>, _ ending: StreamBuffer.Ending?) -> End? {
        switch claim {
        case .unknown: endWithoutLength(bytes, ending)
        case .tooLong: tooLong
        case .one(let end): self.end(bytes, claimed: end, ending)
        case .several(let ends): firstEnd(bytes, ends, ending)
        }
    }

    /// The header section alone, of a message that is too long to be kept.
    private var tooLong: End {
        let anomalies = header.anomalies + [anomaly(.messageTooLong, start..<start)]
        return End(offset: start, isComplete: false, anomalies: anomalies, isOversize: true)
    }

    private mutating func end(_ bytes: Span<UInt8>, claimed: Int, _ ending: StreamBuffer.Ending?) -> End? {
        let isThere = bytes.count >= claimed
        let body = bytes.extracting(0..<min(bytes.count, claimed))
        lines.look(body, isLast: isThere || ending != nil)
        if let startLine = lines.startLine, lines.isProof || (!isThere && ending != nil) {
            return cut(bytes, at: startLine)
        }
        guard isThere else { return ending.map { _ in short(bytes) } }
        guard lines.mayEndEarlier(body) else { return asClaimed(bytes, claimed) }
        switch SIPRecognizer.following(claimed, in: bytes, &ahead, isLast: ending != nil, onlyKnown: true) {
        case .undecided: return nil
        case .message: return asClaimed(bytes, claimed)
        case .other: break
        }
        if lines.startLine == nil, !lines.lookBehind(bytes, isLast: ending != nil) {
            let isHopeless =
                ending != nil || bytes.countBeforeReturns - lines.next > SIPRecognizer.longestStartLine
            return isHopeless ? asClaimed(bytes, claimed) : nil
        }
        let startLine = lines.startLine ?? claimed
        return startLine < claimed ? cut(bytes, at: startLine) : asClaimed(bytes, claimed)
    }

    /// Tries several lengths, the shortest first.
    private mutating func firstEnd(_ bytes: Span<UInt8>, _ ends: [Int], _ ending: StreamBuffer.Ending?) -> End? {
        for end in ends {
            guard bytes.count >= end else {
                if ending == nil { return nil }
                break
            }
            switch SIPRecognizer.following(end, in: bytes, &ahead, isLast: ending != nil) {
            case .undecided: return nil
            case .message: return asClaimed(bytes, end)
            case .other:
                let longer = Array(ends.drop { $0 <= end })
                claim = .several(longer)
                if longer.count == 1 {
                    // As the only one left it may be ended by a start line, and need not be waited for.
                    claim = .one(longer[0])
                    return look(bytes, ending)
                }
            }
        }
        guard let length = header.length, length <= limit - start else { return tooLong }
        claim = .one(start + length)
        return look(bytes, ending)
    }

    /// Ends the body before the next start line.
    private mutating func endWithoutLength(_ bytes: Span<UInt8>, _ ending: StreamBuffer.Ending?) -> End? {
        guard header.content != nil else { return End(offset: start, isComplete: true, anomalies: header.anomalies) }
        let kept = bytes.extracting(0..<min(bytes.count, limit))
        lines.look(kept, isLast: ending != nil && kept.count == bytes.count)
        if let startLine = lines.startLine {
            let end = bytes.endOfText(start..<startLine)
            return End(offset: end, isComplete: true, anomalies: header.anomalies)
        }
        if bytes.count > limit { return tooLong }
        guard let ending else { return nil }
        let end = bytes.endOfText(start..<bytes.count)
        return End(offset: end, isComplete: ending == .end || end == start, anomalies: header.anomalies)
    }

    private func asClaimed(_ bytes: Span<UInt8>, _ end: Int) -> End {
        var overlap = 0
        let longest = min(end - start, StreamBuffer.overlap - 1)
        while overlap < longest, !ASCII.isFill(bytes[end - overlap - 1]) { overlap += 1 }
        if !lines.mayHoldStartLine { overlap = max(overlap - 1, 0) }
        return End(offset: end, isComplete: true, anomalies: header.anomalies, overlap: overlap)
    }

    /// What there is of a body that its length says is longer.
    private func short(_ bytes: Span<UInt8>) -> End {
        let anomalies = header.anomalies + [anomaly(.shortBody, start..<bytes.count)]
        return End(offset: bytes.count, isComplete: false, anomalies: anomalies)
    }

    /// The body that the next message's start line ends.
    private func cut(_ bytes: Span<UInt8>, at startLine: Int) -> End {
        let end = bytes.endOfText(start..<startLine)
        let anomalies = header.anomalies + [anomaly(.shortBody, start..<end)]
        return End(offset: end, isComplete: true, anomalies: anomalies)
    }

    private func anomaly(_ kind: Anomaly.Kind, _ range: Range<Int>) -> Anomaly {
        Anomaly(kind: kind, range: ByteRange(range))
    }
}

extension Span where Element == UInt8 {
    /// The end of a body without the empty lines behind it; its start when there is nothing else.
    fileprivate func endOfText(_ range: Range<Int>) -> Int {
        var end = range.upperBound
        while end > range.lowerBound, ASCII.isFill(self[end - 1]) { end -= 1 }
        guard end > range.lowerBound else { return end }
        if end < range.upperBound, self[end] == ASCII.carriageReturn { end += 1 }
        if end < range.upperBound, self[end] == ASCII.lineFeed { end += 1 }
        return end
    }
}
