import TraceTypes

/// Which frames brought which bytes of a stream, as far back as a message may still begin.
struct StreamParts: Sendable {
    /// Pieces that are kept: of a message in more of them, the first frames are not known.
    static let limit = 65_536
    /// How far behind the end of a message the next one may begin: a body may have taken the first bytes of it.
    private static let overlap: UInt64 = 256

    private struct Piece {
        var end: UInt64
        var frames: [FrameNumber]
    }

    private var pieces: [Piece] = []
    private var head = 0
    /// Up to where pieces were given up that may still be asked for.
    private var lostEnd: UInt64 = 0
    /// Ranges that were asked for and reach into what was given up, until they are taken.
    private(set) var incomplete = 0

    /// How many pieces are kept.
    var count: Int { pieces.count - head }

    /// Notes the frames that brought the bytes up to an offset of the stream.
    mutating func add(_ frames: [FrameNumber], end: UInt64) {
        if count >= Self.limit {
            lostEnd = pieces[head].end
            head += 1
        }
        if head > 64, head > pieces.count / 2 {
            pieces.removeFirst(head)
            head = 0
        }
        pieces.append(Piece(end: end, frames: frames))
    }

    /// Gives up all pieces.
    mutating func removeAll() {
        lostEnd = pieces.last?.end ?? lostEnd
        pieces = []
        head = 0
    }

    /// How many of the ranges that were asked for since the last call could not be told in full.
    mutating func takeIncomplete() -> Int {
        defer { incomplete = 0 }
        return incomplete
    }

    /// The frames that brought the bytes at a range of the stream, the ranges asked for in order.
    mutating func frames(of range: Range<UInt64>) -> [FrameNumber] {
        if range.lowerBound < lostEnd { incomplete += 1 }
        while head < pieces.count, pieces[head].end + Self.overlap <= range.lowerBound { head += 1 }
        var frames: [FrameNumber] = []
        var start: UInt64 = 0
        for piece in pieces[head...] {
            if start >= range.upperBound { break }
            if piece.end > range.lowerBound { frames += piece.frames }
            start = piece.end
        }
        return frames
    }
}
