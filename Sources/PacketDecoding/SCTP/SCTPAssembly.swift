import TraceTypes

/// Parts of user messages of one direction that wait for the others.
struct SCTPAssembly {
    /// One part.
    struct Piece {
        let data: SCTPData
        let bytes: [UInt8]
        let time: Timestamp
        var frames: SettledFrames

        /// Whether it belongs before another: by message, then by order, which may wrap around.
        func precedes(_ other: Piece) -> Bool {
            let (mine, others) = (data.message, other.data.message)
            if mine.stream != others.stream { return mine.stream < others.stream }
            if mine.number != others.number { return mine.number < others.number }
            if mine.isUnordered != others.isUnordered { return others.isUnordered }
            if mine.isInterleaved != others.isInterleaved { return others.isInterleaved }
            return Int32(bitPattern: data.order &- other.data.order) < 0
        }

        /// Whether it is the next part of the same message.
        func isNext(after other: Piece) -> Bool {
            data.message == other.data.message && data.order == other.data.order &+ 1 && !data.isFirst
                && !other.data.isLast
        }
    }

    /// In order of message and part.
    private(set) var pieces: [Piece] = []
    /// The bytes of all pieces.
    private(set) var bytes = 0

    /// Adds a piece. The message with the frames that were held for it, once no part of it is missing.
    mutating func add(_ piece: Piece) -> (bytes: [UInt8], frames: SettledFrames)? {
        var index = pieces.endIndex
        while index > 0, piece.precedes(pieces[index - 1]) { index -= 1 }
        pieces.insert(piece, at: index)
        bytes += piece.bytes.count
        var first = index
        while !pieces[first].data.isFirst {
            guard first > 0, pieces[first].isNext(after: pieces[first - 1]) else { return nil }
            first -= 1
        }
        var last = index
        while !pieces[last].data.isLast {
            guard last + 1 < pieces.endIndex, pieces[last + 1].isNext(after: pieces[last]) else { return nil }
            last += 1
        }
        var whole: [UInt8] = []
        var frames = SettledFrames()
        for piece in pieces[first...last] {
            whole += piece.bytes
            frames.take(piece.frames)
        }
        pieces.removeSubrange(first...last)
        bytes -= whole.count
        return (whole, frames)
    }

    /// Lets the frame that brought the newest piece of a message wait with it.
    mutating func hold(_ frames: SettledFrames, at transmission: UInt32) {
        guard let index = pieces.firstIndex(where: { $0.data.transmission == transmission }) else { return }
        pieces[index].frames.take(frames)
    }

    /// Drops the piece that came first.
    mutating func removeOldest() {
        guard let index = pieces.indices.min(by: { pieces[$0].time < pieces[$1].time }) else { return }
        bytes -= pieces.remove(at: index).bytes.count
    }

    /// Drops what came before `time`; how many pieces.
    mutating func removeAll(before time: Timestamp) -> Int {
        let count = pieces.count
        pieces.removeAll { $0.time < time }
        bytes = pieces.reduce(0) { $0 + $1.bytes.count }
        return count - pieces.count
    }
}
