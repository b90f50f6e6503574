/// Finds the ends of lines in bytes that grow: LF, CRLF, or CR alone. However the bytes arrive, each is searched once.
struct LineFinder: Sendable {
    /// A line: its bytes without what ends it, and the offset behind that.
    struct Line {
        var text: Range<Int>
        var end: Int
    }

    /// Bytes searched at a time, so that the rare kind of line end costs little where the other kind is used.
    private static let stride = 1024
    /// CRs in a row that one LF may end.
    private static let longestRun = 4

    /// Whether a CR before CRLF ends a line of its own, as where the start line ended in CR alone; elsewhere CR CR LF is
    /// one line end, as a translation of line ends done twice leaves it.
    var endsAtReturn = false
    /// Bytes without a line end; the byte behind them is one, or is yet to be searched.
    private var clear = 0..<0

    /// The line that begins at `start`; nil while its end is not there, which a CR at the end of the bytes is not unless
    /// they are the last.
    mutating func line(at start: Int, in bytes: Span<UInt8>, isLast: Bool) -> Line? {
        if start < clear.lowerBound || start > clear.upperBound { clear = start..<start }
        while clear.upperBound < bytes.count {
            let from = clear.upperBound
            let to = min(bytes.count, from + Self.stride)
            let lineFeed = bytes.offset(of: ASCII.lineFeed, from: from, to: to)
            let end = bytes.offset(of: ASCII.carriageReturn, from: from, to: lineFeed ?? to) ?? lineFeed
            clear = clear.lowerBound..<(end ?? to)
            if let end { return afterLineEnd(end, bytes, isLast).map { Line(text: start..<end, end: $0) } }
        }
        return nil
    }

    /// Follows bytes that are dropped at the front.
    mutating func move(by count: Int) {
        clear = max(clear.lowerBound - count, 0)..<max(clear.upperBound - count, 0)
    }

    private func afterLineEnd(_ offset: Int, _ bytes: Span<UInt8>, _ isLast: Bool) -> Int? {
        guard bytes[offset] == ASCII.carriageReturn else { return offset + 1 }
        let longest = endsAtReturn ? 1 : Self.longestRun
        var end = offset + 1
        while end < bytes.count, end - offset < longest, bytes[end] == ASCII.carriageReturn { end += 1 }
        guard end < bytes.count else { return isLast ? offset + 1 : nil }
        return bytes[end] == ASCII.lineFeed ? end + 1 : offset + 1
    }
}
