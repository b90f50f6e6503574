/// Finds the lines of a session description, whichever way they end.
struct SDPLineScanner {
    /// How a line ends.
    enum LineEnd {
        /// CRLF as it should be, or nothing behind the last line.
        case regular
        /// LF alone, which receivers are to accept (RFC 8866 section 5).
        case lineFeed
        /// CR without LF, or several before it.
        case carriageReturn
    }

    /// Where the next line begins.
    private(set) var offset: Int
    /// What follows the last line: line ends and NUL bytes.
    let tail: Range<Int>
    /// The first LF from `offset` on, or the end of the description.
    private var lineFeed: Int
    /// The end of the last run of CRs that no LF follows, each of which ends a line: a run is searched once.
    private var loneReturns: Int

    /// Begins at the start of a range.
    init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        var end = range.upperBound
        while end > range.lowerBound, Self.isPadding(bytes[end - 1]) { end -= 1 }
        tail = end..<range.upperBound
        offset = range.lowerBound
        lineFeed = range.lowerBound - 1
        loneReturns = range.lowerBound
    }

    /// The next line without its end, or nil after the last one.
    mutating func next(_ bytes: Span<UInt8>) -> (line: Range<Int>, end: LineEnd)? {
        guard offset < tail.lowerBound else { return nil }
        let start = offset
        let limit = tail.upperBound
        if lineFeed < start { lineFeed = bytes.offset(of: ASCII.lineFeed, from: start, to: limit) ?? limit }
        let carriageReturn = bytes.offset(of: ASCII.carriageReturn, from: start, to: lineFeed)
        var next = carriageReturn ?? lineFeed
        if next >= loneReturns {
            while next < lineFeed, bytes[next] == ASCII.carriageReturn { next += 1 }
            if next < lineFeed { loneReturns = next }
        }
        let line = start..<min(carriageReturn ?? lineFeed, tail.lowerBound)
        let endsInLineFeed = next == lineFeed && lineFeed < limit
        offset = endsInLineFeed ? next + 1 : carriageReturn.map { $0 + 1 } ?? limit
        guard let carriageReturn else { return (line, endsInLineFeed ? .lineFeed : .regular) }
        return (line, endsInLineFeed && next == carriageReturn + 1 ? .regular : .carriageReturn)
    }

    private static func isPadding(_ byte: UInt8) -> Bool {
        byte == ASCII.carriageReturn || byte == ASCII.lineFeed || byte == 0
    }
}
