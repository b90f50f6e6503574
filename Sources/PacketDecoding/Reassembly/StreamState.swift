import TraceTypes

/// What is known of one direction of a TCP connection: which byte comes next, and what came too early.
///
/// One that a FIN or a RST closed stays known, so that what is sent again does not look new.
struct StreamState {
    enum Placement: Equatable {
        /// All of it came before, nothing is in it, or the stream is over.
        case known
        /// It goes on where the stream stands, after `skip` bytes that came before.
        case next(skip: Int)
        /// Bytes before it are missing.
        case ahead
    }

    let id: StreamID
    /// When the last segment came.
    var lastTime: Timestamp
    /// Whether any chunk was handed out.
    var isAnnounced = false
    /// Whether the stream is over.
    private(set) var isClosed = false
    /// The SYN's sequence number, where one was seen.
    let initial: UInt32?
    /// What came too early, sorted by sequence number.
    private(set) var held: [StreamPiece] = []
    private(set) var heldBytes = 0
    /// The sequence number of the next byte.
    private var expected: UInt32
    /// Whether the bytes before `expected` were never seen.
    private var followsGap = false

    /// A stream whose SYN has this sequence number.
    init(id: StreamID, synchronizedAt initial: UInt32, time: Timestamp) {
        self.id = id
        self.initial = initial
        expected = initial &+ 1
        lastTime = time
    }

    /// A stream joined midway, at this sequence number.
    init(id: StreamID, joinedAt sequence: UInt32, time: Timestamp) {
        self.id = id
        initial = nil
        expected = sequence
        lastTime = time
    }

    /// How far `sequence` lies ahead of the next byte's; negative if behind. Sequence numbers wrap.
    func distance(to sequence: UInt32) -> Int {
        Int(Int32(bitPattern: sequence &- expected))
    }

    /// Where a piece belongs.
    func placement(of piece: StreamPiece) -> Placement {
        guard !isClosed else { return .known }
        let distance = distance(to: piece.sequence)
        guard distance <= 0 else { return .ahead }
        let hasNews = -distance < piece.wireCount || (piece.isFinal && -distance == piece.wireCount)
        return hasNews ? .next(skip: -distance) : .known
    }

    /// Moves behind a piece that goes on where the stream stands, and marks the piece accordingly.
    mutating func admit(_ piece: inout StreamPiece) {
        piece.followsGap = followsGap
        expected = piece.end
        followsGap = piece.isTruncated
        if piece.isFinal { close() }
    }

    /// Keeps a piece that came too early. False if one with the same bytes is kept already.
    mutating func hold(_ piece: StreamPiece) -> Bool {
        let distance = distance(to: piece.sequence)
        let position = firstHeld(from: distance)
        if position < held.endIndex, held[position].sequence == piece.sequence {
            let isLonger = piece.wireCount > held[position].wireCount
            guard isLonger || (piece.isFinal && !held[position].isFinal) else { return false }
        }
        held.insert(piece, at: position)
        heldBytes += piece.bytes.count
        return true
    }

    /// The first of what is held that begins at so far ahead of the next byte or farther.
    private func firstHeld(from distance: Int) -> Int {
        var low = held.startIndex
        var high = held.endIndex
        while low < high {
            let middle = (low + high) / 2
            if self.distance(to: held[middle].sequence) >= distance { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// Whether what is held goes on where the stream stands.
    var canDrain: Bool {
        held.first.map { distance(to: $0.sequence) <= 0 } ?? false
    }

    /// Takes out what is held and goes on where the stream stands, appended to `pieces` or, where nothing is missing
    /// in between, to the last of them; to that only if pieces need not be kept apart. One that a snap length cut stays
    /// by itself, so that it alone counts as cut. What brings nothing new goes to `repeated`.
    mutating func drain(into pieces: inout [StreamPiece], keepsApart: Bool, repeated: inout [StreamPiece]) {
        var taken = 0
        // Nothing is held any more when the stream ends in here.
        defer { held.removeFirst(min(taken, held.count)) }
        while taken < held.count, distance(to: held[taken].sequence) <= 0 {
            var piece = held[taken]
            taken += 1
            heldBytes -= piece.bytes.count
            guard case .next(let skip) = placement(of: piece) else {
                repeated.append(piece)
                continue
            }
            piece.dropFirst(skip)
            admit(&piece)
            if let last = pieces.last {
                // It is due when what lay before it is there.
                piece.frame = max(piece.frame, last.frame)
                piece.time = max(piece.time, last.time)
            }
            if let last = pieces.indices.last, !piece.followsGap, !piece.isTruncated, !keepsApart {
                pieces[last].append(piece)
            } else {
                pieces.append(piece)
            }
        }
    }

    /// Gives up the bytes before what is held first.
    mutating func skipGap() {
        guard let first = held.first, distance(to: first.sequence) > 0 else { return }
        expected = first.sequence
        followsGap = true
    }

    /// Ends the stream; what is held is dropped.
    mutating func close() {
        isClosed = true
        held = []
        heldBytes = 0
    }
}
