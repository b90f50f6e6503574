import TraceTypes

/// Takes SCTP packets apart into user messages, and puts those together that were sent in parts.
///
/// Only what may be SIP is looked at: messages that begin like text, parts without a payload protocol.
struct SCTPReassembler: Sendable {
    /// What happened.
    private(set) var events = Tally<DecodingEvent>()
    /// Frames whose parts of messages wait for the rest, or were given up before it came.
    private(set) var heldFrames = 0
    /// Frames whose messages are complete and wait to be fetched.
    private(set) var releasedFrames = 0
    /// Whether a message that may have been SIP was given up, or cannot be completed for a snap length.
    private(set) var mayHaveLostSIP = false

    /// What was lost has been told.
    mutating func forgetLoss() {
        mayHaveLostSIP = false
    }

    private let limits: DecodingLimits
    private var released = ReleaseQueue()
    private var windows: [SCTPDirection: SCTPWindow] = [:]
    private var assemblies: [SCTPDirection: SCTPAssembly] = [:]
    private var heldPieces = 0
    private var heldBytes = 0
    private var piecesSinceSweep = 0
    private var uses: UInt64 = 0

    init(limits: DecodingLimits) {
        self.limits = limits
    }

    /// Whether ``takeReleased()`` has something.
    var hasReleased: Bool { !released.isEmpty }

    /// The next message of a packet with several, but for the last, which is the frame's own result.
    mutating func takeReleased() -> ReleaseQueue.Entry? {
        guard let next = released.take() else { return nil }
        releasedFrames -= next.frames.count
        return next
    }

    /// Takes the packet whose chunks the cursor stands at, which came with `frames`.
    mutating func add(
        _ header: SCTPHeader, _ frame: FrameHeader, _ bytes: Span<UInt8>, _ cursor: LayerCursor,
        _ frames: inout SettledFrames
    ) -> DecodeResult {
        var packet = SCTPPacket(header, frame, cursor)
        var rest = cursor
        while rest.wireCount > 0 {
            guard let chunk = SCTPChunk(bytes, rest) else {
                packet.note(rest.has(SCTPChunk.headerLength) ? .malformedTransportHeader : .shortTransportHeader)
                break
            }
            var inner = rest
            inner.limit(to: chunk.length)
            if let data = SCTPData(chunk, bytes, inner) {
                inner.offset += data.headerLength
                take(data, &packet, bytes, inner)
            }
            guard chunk.stride < rest.wireCount, rest.has(chunk.stride) else { break }
            rest.offset += chunk.stride
        }
        return settle(&packet, &frames)
    }

    /// Drops parts that have waited too long at `time`.
    mutating func expire(at time: Timestamp) {
        piecesSinceSweep = 0
        let limit = time + TimeSpan(nanoseconds: -limits.messagePartAge.nanoseconds)
        for direction in Array(assemblies.keys) {
            let dropped = change(direction) { $0.removeAll(before: limit) } ?? 0
            guard dropped > 0 else { continue }
            events.count(.messagePartsExpired)
            mayHaveLostSIP = true
        }
    }

    /// Says that no more parts will come.
    mutating func finish() {
        if heldPieces > 0 { mayHaveLostSIP = true }
    }
}

extension SCTPReassembler {
    /// Takes one DATA or I-DATA chunk, its user data at the cursor.
    private mutating func take(
        _ data: SCTPData, _ packet: inout SCTPPacket, _ bytes: Span<UInt8>, _ cursor: LayerCursor
    ) {
        let isWhole = data.isFirst && data.isLast
        guard !data.isFirst || MessageStart.isPlausible(bytes, cursor), isWhole || data.hasNoProtocol else { return }
        guard isWhole || !cursor.isTruncated else {
            mayHaveLostSIP = true
            return packet.note(.truncatedFragment)
        }
        guard isNew(data, packet) else {
            events.count(.chunkRetransmitted)
            packet.isRepeated = true
            return
        }
        if isWhole {
            deliver(.datagram(packet.payloadHeader(isTruncated: cursor.isTruncated), cursor.range), &packet, bytes)
        } else {
            hold(data, &packet, bytes.copied(cursor.range), bytes)
        }
    }

    private mutating func isNew(_ data: SCTPData, _ packet: SCTPPacket) -> Bool {
        if windows[packet.direction] == nil { makeRoomForWindow() }
        uses &+= 1
        return windows[packet.direction, default: SCTPWindow(first: data.transmission)].admit(data.transmission, uses)
    }

    /// Forgets the longest silent eighth of the directions when one more would be too many.
    private mutating func makeRoomForWindow() {
        guard windows.count >= max(1, limits.associations) else { return }
        let oldest = windows.sorted { $0.value.lastUse < $1.value.lastUse }
        for (direction, _) in oldest.prefix(max(1, limits.associations / 8)) {
            windows[direction] = nil
            events.count(.associationEvicted)
        }
    }

    /// Makes a message the packet's result; the one before it, if any, goes to the queue.
    private mutating func deliver(_ result: DecodeResult, _ packet: inout SCTPPacket, _ bytes: Span<UInt8>) {
        if packet.result != nil { releasedFrames += packet.settled.count }
        switch packet.result {
        case .datagram(let header, let range):
            released.add(.reassembledDatagram(header, bytes.copied(range)), packet.settled)
        case .some(let earlier):
            released.add(earlier, packet.settled)
        case nil: break
        }
        packet.result = result
        packet.settled = SettledFrames()
    }

    /// Keeps a part, or delivers the message that it completes.
    private mutating func hold(_ data: SCTPData, _ packet: inout SCTPPacket, _ part: [UInt8], _ bytes: Span<UInt8>) {
        piecesSinceSweep += 1
        if piecesSinceSweep > assemblies.count { expire(at: packet.frame.time) }
        let piece = SCTPAssembly.Piece(data: data, bytes: part, time: packet.frame.time, frames: SettledFrames())
        if assemblies[packet.direction] == nil { assemblies[packet.direction] = SCTPAssembly() }
        guard let message = change(packet.direction, { $0.add(piece) }).flatMap({ $0 }) else {
            packet.held = data.transmission
            return enforceLimits(packet.direction)
        }
        events.count(.messageReassembled)
        heldFrames -= message.frames.count
        let header = packet.payloadHeader(isTruncated: false)
        deliver(.reassembledDatagram(header, message.bytes), &packet, bytes)
        packet.settled = message.frames
    }

    private mutating func enforceLimits(_ direction: SCTPDirection) {
        while exceedsLimits(direction) {
            change(direction) { $0.removeOldest() }
            events.count(.messagePartsEvicted)
            mayHaveLostSIP = true
        }
    }

    private func exceedsLimits(_ direction: SCTPDirection) -> Bool {
        guard let assembly = assemblies[direction] else { return false }
        return assembly.pieces.count > limits.messageParts || assembly.bytes > limits.messagePartBytes
            || heldPieces > limits.heldMessageParts || heldBytes > limits.heldMessagePartBytes
    }

    /// Changes what is held of a direction, in place, and keeps the sums right.
    @discardableResult
    private mutating func change<Result>(
        _ direction: SCTPDirection, _ body: (inout SCTPAssembly) -> Result
    ) -> Result? {
        guard let index = assemblies.index(forKey: direction) else { return nil }
        heldPieces -= assemblies.values[index].pieces.count
        heldBytes -= assemblies.values[index].bytes
        let result = body(&assemblies.values[index])
        heldPieces += assemblies.values[index].pieces.count
        heldBytes += assemblies.values[index].bytes
        if assemblies.values[index].pieces.isEmpty { assemblies.remove(at: index) }
        return result
    }

    /// The packet's result, with the frames that it settles.
    private mutating func settle(_ packet: inout SCTPPacket, _ frames: inout SettledFrames) -> DecodeResult {
        if let result = packet.result {
            frames.take(packet.settled)
            return result
        }
        if let held = packet.held {
            heldFrames += frames.count
            let waiting = frames
            change(packet.direction) { $0.hold(waiting, at: held) }
            frames = SettledFrames()
            return .held(.messagePart)
        }
        if let problem = packet.problem { return .undecoded(problem) }
        return .other(packet.isRepeated ? .sctpRetransmission : .sctp)
    }
}
