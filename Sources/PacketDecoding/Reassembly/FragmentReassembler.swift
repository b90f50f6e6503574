import TraceTypes

/// Puts IPv4 and IPv6 datagrams together from their fragments, in whatever order they come.
struct FragmentReassembler: Sendable {
    enum Outcome {
        /// Something is still missing.
        case held
        /// The datagram's payload.
        case complete([UInt8])
        /// The fragment is of no use.
        case undecoded(UndecodedReason)
        /// The fragment begins a datagram and was cut by a snap length: there is no more to come of use.
        case cut
    }

    /// An IP datagram's length field ends here.
    private static let maximumLength = 65_535

    /// Frames whose fragments wait for the rest, or were given up before it came.
    private(set) var heldFrames = 0
    /// Frames whose fragments were given up, but only repeated what a datagram that is complete had brought.
    private(set) var repeatedFrames = 0
    /// Whether a datagram that may have been SIP was given up, or cannot be completed for a snap length.
    private(set) var mayHaveLostSIP = false

    /// What was lost has been told.
    mutating func forgetLoss() {
        mayHaveLostSIP = false
    }

    private let limits: DecodingLimits
    private var sets: [FragmentKey: FragmentSet] = [:]
    private var ages: FragmentAges
    private var bytes = 0
    private var completed: CompletedDatagrams

    init(limits: DecodingLimits) {
        self.limits = limits
        ages = FragmentAges(limit: limits.fragmentedDatagrams)
        completed = CompletedDatagrams(limits: limits)
    }

    /// Takes the fragment whose data the cursor stands at, which came with `frames`: it keeps them when the fragment is
    /// held, and gives those of all fragments back with the whole.
    mutating func add(
        _ fragment: IPFragment, _ source: Span<UInt8>, _ cursor: LayerCursor, _ frames: inout SettledFrames,
        at time: Timestamp, _ events: inout Tally<DecodingEvent>
    ) -> Outcome {
        let range = fragment.offset..<(fragment.offset + cursor.range.count)
        guard !cursor.isTruncated else {
            noteLoss(of: fragment, source, cursor)
            return fragment.offset == 0 && !cursor.range.isEmpty ? .cut : .undecoded(.truncatedFragment)
        }
        let isWhole = !range.isEmpty && range.upperBound <= Self.maximumLength
        guard isWhole, !fragment.hasMore || range.count % 8 == 0 else { return .undecoded(.malformedFragment) }
        expire(at: time, &events)

        let key = FragmentKey(
            source: cursor.source, destination: cursor.destination, identification: fragment.identification,
            protocolNumber: fragment.protocolNumber)
        let isLast = !fragment.hasMore
        makeRoom(for: key, upTo: range.upperBound, &events)
        var set = sets.removeValue(forKey: key) ?? FragmentSet(start: time, serial: ages.add(key))
        bytes -= set.bytes.count
        guard set.fits(range, isLast: isLast) else {
            keep(set, key)
            return .undecoded(.malformedFragment)
        }
        heldFrames -= set.frames.count
        let overlaps = set.add(range, isLast: isLast, source, at: cursor.offset, &frames)
        if overlaps { events.count(.fragmentOverlap) }
        let repeats = completed.repeats(range, isLast: isLast, key, source, at: cursor.offset, time)
        set.isRepeat = set.isRepeat && repeats
        guard set.isComplete else {
            heldFrames += set.frames.count
            keep(set, key)
            return .held
        }
        frames = set.frames
        events.count(.datagramReassembled)
        completed.add(set.bytes, key, at: time)
        return .complete(set.bytes)
    }

    /// Drops what has waited too long at `time`.
    mutating func expire(at time: Timestamp, _ events: inout Tally<DecodingEvent>) {
        while let oldest = oldest, let start = sets[oldest]?.start, time - start > limits.fragmentAge {
            if remove(oldest) { events.count(.fragmentsExpired) }
        }
    }

    private mutating func keep(_ set: FragmentSet, _ key: FragmentKey) {
        guard !set.bytes.isEmpty else { return }
        bytes += set.bytes.count
        sets[key] = set
    }

    /// Says that no more fragments will come.
    mutating func finish() {
        for key in Array(sets.keys) { _ = remove(key) }
    }

    /// Notes that a datagram cannot be completed, of which a snap length cut the fragment at the cursor.
    private mutating func noteLoss(of fragment: IPFragment, _ source: Span<UInt8>, _ cursor: LayerCursor) {
        let known = fragment.offset == 0 ? cursor.range.count : 0
        let mayBeSIP = FragmentContent.mayBeSIP(fragment.protocolNumber, known) { source[cursor.offset + $0] }
        if mayBeSIP { mayHaveLostSIP = true }
    }

    /// Gives a datagram up. Whether it was another one than what was complete before.
    private mutating func remove(_ key: FragmentKey) -> Bool {
        guard let set = sets.removeValue(forKey: key) else { return false }
        bytes -= set.bytes.count
        if set.isRepeat {
            heldFrames -= set.frames.count
            repeatedFrames += set.frames.count
        } else if set.mayBeSIP(key.protocolNumber) {
            mayHaveLostSIP = true
        }
        return !set.isRepeat
    }

    /// The datagram in the making that was begun first.
    private var oldest: FragmentKey? {
        mutating get { ages.oldest { key, serial in sets[key]?.serial == serial } }
    }

    /// Drops the oldest until the fragment that is to come stays within the limits.
    private mutating func makeRoom(for key: FragmentKey, upTo end: Int, _ events: inout Tally<DecodingEvent>) {
        while !hasRoom(for: key, upTo: end), let oldest = oldest {
            if remove(oldest) { events.count(.fragmentsEvicted) }
        }
    }

    private func hasRoom(for key: FragmentKey, upTo end: Int) -> Bool {
        let present = sets[key]?.bytes.count
        let count = present == nil ? sets.count + 1 : sets.count
        return count <= limits.fragmentedDatagrams && bytes + max(0, end - (present ?? 0)) <= limits.fragmentBytes
    }
}
