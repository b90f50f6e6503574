import TraceTypes

/// Puts TCP streams in order, each direction by itself.
struct StreamReassembler: Sendable {
    /// How often, in packet time, what is held is looked at for gaps that have waited too long.
    private static let sweepInterval = TimeSpan.seconds(1)
    /// How many held segments one frame pays for looking at, whatever the clock of the capture does.
    private static let piecesPerFrame = 16

    /// What happened.
    private(set) var events = Tally<DecodingEvent>()
    /// Frames whose segments wait for what lies before them, or were dropped with the stream's end.
    private(set) var heldFrames = 0
    /// Frames that were held and then brought nothing new.
    private(set) var repeatedFrames = 0
    private var released = ReleaseQueue()
    /// Frames whose segments are released and wait to be fetched.
    var releasedFrames: Int { released.frames }
    private let limits: DecodingLimits
    /// Whether each segment stays a chunk of its own, so that one knows which frame brought which bytes.
    private let keepsPieces: Bool
    private var streams: [StreamKey: StreamState] = [:]
    /// The streams that hold something.
    private var waiting: Set<StreamKey> = []
    private var nextID = 0
    private var heldPieces = 0
    private var heldBytes = 0
    private var lastSweep = Timestamp(nanoseconds: 0)
    private var framesSinceSweep = 0
    /// No segment that is held came earlier.
    private var oldestHeld = Timestamp(nanoseconds: 0)

    init(limits: DecodingLimits, keepsPieces: Bool = false) {
        self.limits = limits
        self.keepsPieces = keepsPieces
    }

    /// Whether ``takeReleased()`` has something.
    var hasReleased: Bool { !released.isEmpty }

    /// The next chunk that no frame's own result carries. It precedes the result of the frame that made it due.
    mutating func takeReleased() -> ReleaseQueue.Entry? {
        released.take()
    }

    /// Takes the segment whose data the cursor stands at, which came with `frames`: it keeps them when the segment is
    /// held, and gives those of the result back.
    mutating func add(
        _ segment: TCPSegment, _ frame: FrameHeader, _ bytes: Span<UInt8>, _ cursor: LayerCursor,
        _ frames: inout SettledFrames
    ) -> DecodeResult {
        let key = StreamKey(
            source: Endpoint(address: cursor.source, port: segment.sourcePort),
            destination: Endpoint(address: cursor.destination, port: segment.destinationPort))
        if heldPieces > 0 {
            framesSinceSweep += 1
            if framesSinceSweep >= heldPieces / Self.piecesPerFrame { advance(to: frame.time) }
        }
        if segment.isResetting {
            close(key, frame)
            close(key.reversed, frame)
            return .other(.tcpWithoutData)
        }
        let isRepeated = segment.isSynchronizing && !synchronize(key, segment, frame)
        guard segment.wireCount > 0 || segment.isFinishing else {
            return .other(isRepeated ? .tcpRetransmission : .tcpWithoutData)
        }
        let piece = StreamPiece(
            sequence: segment.sequence &+ (segment.isSynchronizing ? 1 : 0), wireCount: segment.wireCount,
            capturedCount: cursor.range.count, isFinal: segment.isFinishing, frame: frame.number, time: frame.time)
        guard let index = join(key, piece, frame) else { return .other(.tcpWithoutData) }
        streams.values[index].lastTime = frame.time
        return place(piece, at: index, bytes, cursor.range, &frames)
    }

    /// Gives up the gaps of streams that have waited too long at `time`.
    mutating func advance(to time: Timestamp) {
        let age = limits.heldAge
        guard heldPieces > 0, time - oldestHeld > age else { return }
        let sinceSweep = time - lastSweep
        guard sinceSweep < .zero || sinceSweep >= Self.sweepInterval else { return }
        lastSweep = time
        framesSinceSweep = 0
        var oldestLeft = time
        releaseAll { state in
            guard let oldest = state.held.lazy.map(\.time).min() else { return false }
            if time - oldest <= age { oldestLeft = min(oldestLeft, oldest) }
            return time - oldest > age
        }
        oldestHeld = oldestLeft
    }

    /// Gives up all gaps.
    mutating func finish() {
        releaseAll { !$0.held.isEmpty }
    }
}

extension StreamReassembler {
    /// Starts a stream at a SYN. False if the same SYN was seen before.
    private mutating func synchronize(_ key: StreamKey, _ segment: TCPSegment, _ frame: FrameHeader) -> Bool {
        guard streams[key]?.initial != segment.sequence else {
            events.count(.segmentRetransmitted)
            return false
        }
        close(key, frame)
        makeRoom(for: key, frame)
        begin(key, StreamState(id: newID(), synchronizedAt: segment.sequence, time: frame.time))
        return true
    }

    /// The stream that the piece belongs to: one joined midway if none is known, if the known one is over, or if it
    /// stands so far away that another connection must have taken over the ports. Nil for a FIN of an unknown one.
    private mutating func join(
        _ key: StreamKey, _ piece: StreamPiece, _ frame: FrameHeader
    ) -> Dictionary<StreamKey, StreamState>.Index? {
        if let index = streams.index(forKey: key) {
            let known = streams.values[index]
            let isFar = abs(known.distance(to: piece.sequence)) > limits.sequenceWindow
            let isBehindEnd = known.isClosed && known.distance(to: piece.end) > 0
            guard piece.wireCount > 0, isFar || isBehindEnd else { return index }
            close(key, frame)
        }
        guard piece.wireCount > 0 else { return nil }
        makeRoom(for: key, frame)
        begin(key, StreamState(id: newID(), joinedAt: piece.sequence, time: frame.time))
        return streams.index(forKey: key)
    }

    /// Follows a stream from now on, in place of the one that had its ports.
    private mutating func begin(_ key: StreamKey, _ state: StreamState) {
        if let index = streams.index(forKey: key) { update(index) { $0.close() } }
        streams[key] = state
    }

    private mutating func newID() -> StreamID {
        defer { nextID += 1 }
        return StreamID(rawValue: nextID)
    }

    /// Forgets the longest silent eighth of the streams when one more would be too many.
    private mutating func makeRoom(for key: StreamKey, _ frame: FrameHeader) {
        guard streams[key] == nil, streams.count >= limits.streams else { return }
        let oldest = streams.sorted { left, right in
            (left.value.lastTime, left.value.id.rawValue) < (right.value.lastTime, right.value.id.rawValue)
        }
        for (key, _) in oldest.prefix(max(1, limits.streams / 8)) {
            close(key, frame)
            streams[key] = nil
            events.count(.streamEvicted)
        }
    }

    /// Ends a stream, if it is known and open: releases what it holds and says that it is over.
    private mutating func close(_ key: StreamKey, _ frame: FrameHeader) {
        guard let index = streams.index(forKey: key), !streams.values[index].isClosed else { return }
        while !streams.values[index].held.isEmpty { releaseFirstGap(at: index) }
        guard !streams.values[index].isClosed else { return }
        update(index) { $0.close() }
        guard streams.values[index].isAnnounced else { return }
        let end = StreamPiece(
            sequence: 0, wireCount: 0, capturedCount: 0, isFinal: true, isBrokenOff: true, frame: frame.number,
            time: frame.time)
        released.add(.reassembledStream(chunk(end, at: index), []), end.frames)
    }
}

extension StreamReassembler {
    /// Delivers, holds or drops a piece whose captured bytes lie at `range`.
    private mutating func place(
        _ piece: StreamPiece, at index: Dictionary<StreamKey, StreamState>.Index, _ bytes: Span<UInt8>,
        _ range: Range<Int>, _ frames: inout SettledFrames
    ) -> DecodeResult {
        var piece = piece
        switch streams.values[index].placement(of: piece) {
        case .known:
            return repeated(piece)
        case .ahead:
            piece.bytes = bytes.copied(range)
            piece.frames = frames
            oldestHeld = heldPieces == 0 ? piece.time : min(oldestHeld, piece.time)
            guard update(index, { $0.hold(piece) }) else { return repeated(piece) }
            heldFrames += frames.count
            frames = SettledFrames()
            while exceedsLimits(at: index) { releaseFirstGap(at: index) }
            return .held(.segmentAheadOfGap)
        case .next(let skip):
            if skip > 0, piece.wireCount > skip { events.count(.segmentTrimmed) }
            piece.dropFirst(skip)
            let rest = min(range.lowerBound + skip, range.upperBound)..<range.upperBound
            return deliver(piece, at: index, bytes, rest, &frames)
        }
    }

    private mutating func deliver(
        _ piece: StreamPiece, at index: Dictionary<StreamKey, StreamState>.Index, _ bytes: Span<UInt8>,
        _ range: Range<Int>, _ frames: inout SettledFrames
    ) -> DecodeResult {
        var piece = piece
        update(index) { $0.admit(&piece) }
        guard piece.wireCount > 0 || streams.values[index].isAnnounced else { return .other(.tcpWithoutData) }
        guard streams.values[index].canDrain else { return .stream(chunk(piece, at: index), range) }
        piece.bytes = bytes.copied(range)
        piece.frames = frames
        heldFrames += frames.count
        var pieces = [piece]
        drain(index, into: &pieces)
        guard let last = pieces.popLast() else { return .other(.tcpWithoutData) }
        release(pieces, at: index)
        frames = last.frames
        return .reassembledStream(chunk(last, at: index), last.bytes)
    }

    private mutating func repeated(_ piece: StreamPiece) -> DecodeResult {
        guard piece.wireCount > 0 else { return .other(.tcpWithoutData) }
        events.count(.segmentRetransmitted)
        return .other(.tcpRetransmission)
    }

    private func exceedsLimits(at index: Dictionary<StreamKey, StreamState>.Index) -> Bool {
        let state = streams.values[index]
        guard !state.held.isEmpty else { return false }
        return state.heldBytes > limits.heldBytesPerStream || state.held.count > limits.heldSegmentsPerStream
            || heldBytes > limits.heldBytes || heldPieces > limits.heldSegments
    }

    /// Releases all that the matching streams hold, in the order in which the streams appeared.
    private mutating func releaseAll(where isMeant: (StreamState) -> Bool) {
        let meant = waiting.compactMap { key in
            streams[key].flatMap { isMeant($0) ? (key: key, id: $0.id.rawValue) : nil }
        }
        for (key, _) in meant.sorted(by: { $0.id < $1.id }) {
            guard let index = streams.index(forKey: key) else { continue }
            while !streams.values[index].held.isEmpty { releaseFirstGap(at: index) }
        }
    }

    /// Gives up the first gap of a stream and releases what is held behind it, as far as the next gap.
    private mutating func releaseFirstGap(at index: Dictionary<StreamKey, StreamState>.Index) {
        var pieces: [StreamPiece] = []
        update(index) { $0.skipGap() }
        drain(index, into: &pieces)
        release(pieces, at: index)
    }

    /// Takes out what is held and goes on where the stream stands; the frames of `pieces` are no longer held.
    private mutating func drain(_ index: Dictionary<StreamKey, StreamState>.Index, into pieces: inout [StreamPiece]) {
        var repeated: [StreamPiece] = []
        let keepsApart = keepsPieces
        update(index) { $0.drain(into: &pieces, keepsApart: keepsApart, repeated: &repeated) }
        for piece in pieces { heldFrames -= piece.frames.count }
        for piece in repeated {
            heldFrames -= piece.frames.count
            repeatedFrames += piece.frames.count
            events.count(.segmentRetransmitted)
        }
    }

    private mutating func release(_ pieces: [StreamPiece], at index: Dictionary<StreamKey, StreamState>.Index) {
        for piece in pieces { released.add(.reassembledStream(chunk(piece, at: index), piece.bytes), piece.frames) }
    }

    private mutating func chunk(
        _ piece: StreamPiece, at index: Dictionary<StreamKey, StreamState>.Index
    ) -> StreamChunk {
        if piece.followsGap { events.count(.streamGap) }
        streams.values[index].isAnnounced = true
        let key = streams.keys[index]
        let header = PayloadHeader(
            frame: piece.frame, time: piece.time, source: key.source, destination: key.destination, transport: .tcp,
            isTruncated: piece.isTruncated)
        return StreamChunk(
            stream: streams.values[index].id, header: header, followsGap: piece.followsGap, ends: piece.isFinal,
            isBrokenOff: piece.isBrokenOff)
    }

    /// Changes a stream and keeps the sums over all streams right.
    private mutating func update<Result>(
        _ index: Dictionary<StreamKey, StreamState>.Index, _ body: (inout StreamState) -> Result
    ) -> Result {
        let heldBefore = streams.values[index].held.count
        heldBytes -= streams.values[index].heldBytes
        defer {
            let held = streams.values[index].held.count
            heldPieces += held - heldBefore
            heldBytes += streams.values[index].heldBytes
            if heldBefore == 0, held > 0 { waiting.insert(streams.keys[index]) }
            if heldBefore > 0, held == 0 { waiting.remove(streams.keys[index]) }
        }
        return body(&streams.values[index])
    }
}
