import TraceTypes

/// Frames from one file, several files merged by time, or standard input.
package struct CaptureSource: ~Copyable {
    private var readers: [FrameReader]
    /// Readers that hold a frame, in the order in which the frames are due.
    private var due: [Int] = []
    /// Readers that have to read before the next frame can be chosen.
    private var unread: [Int]
    private var count: UInt64 = 0
    /// Frames that the filter left out, which are numbered too.
    private var leftOut: UInt64 = 0
    private var known = InterfaceTable()
    /// The reader whose frame was delivered last.
    private var last: Int?

    /// Opens files; `-` is standard input. Frames come in order of time, and for equal times in the order of the files.
    ///
    /// `filter` is a BPF expression that frames have to match; those that do not are numbered all the same, so that
    /// the frames of a single file have the numbers that they have in the file. With `follow`, the end of a file is
    /// not the end: what is appended to it is read too. `shouldStop` is asked while an input that may grow, a file
    /// that is followed or a pipe, has no more bytes for now; when it says so, the input ends there as if it were
    /// complete. With either of them there may be idle steps, and a file that comes to its end holds back none of the
    /// others' frames for long.
    package init(
        files: [String], filter: String? = nil, follow: Bool = false, shouldStop: (@Sendable () -> Bool)? = nil
    ) throws(CaptureError) {
        guard !files.isEmpty else { throw .noInput }
        let filter = filter.map { FrameFilter($0) }
        let patience = Patience(followsFiles: follow, shouldStop: shouldStop)
        var readers: [FrameReader] = []
        for path in files {
            readers.append(try FileOpener.open(path, of: files.count, filter: filter, patience: patience))
        }
        self.init(readers)
    }

    private init(_ readers: [FrameReader]) {
        self.readers = readers
        unread = Array(readers.indices.reversed())
        for (index, reader) in readers.enumerated() { known.update(index, reader) }
    }

    /// What was read from each input so far, in the order they were named.
    package var inputs: [InputAccount] {
        readers.map { reader in
            var account = reader.account
            account.statistics = KernelStatistics(sumOf: reader.interfaces.compactMap(\.statistics))
            return account
        }
    }

    /// The interfaces that were met so far; ``FrameHeader/interface`` counts them.
    package var interfaces: [CaptureInterface] { interfaces(from: 0) }

    /// Those of ``interfaces`` that come at an index or behind it.
    package func interfaces(from start: Int) -> [CaptureInterface] {
        known.interfaces(readers, from: start)
    }

    /// The comments that the file holds on the frame that was delivered last.
    package var comments: [String] {
        last.map { readers[$0].comments } ?? []
    }

    /// How many frames at least are known to have been lost when files were captured. Files tell it at their end, where
    /// it is looked for in advance if possible.
    package var lostFrames: UInt64 {
        readers.reduce(0) { $0.saturatingSum($1.lostFrames) }
    }

    /// The error for frames that were all of link types without a layer; nil where one was not, or there was none.
    package var unsupportedLinkType: CaptureError? {
        known.unsupported.map {
            .unsupportedLinkType(input: readers[$0.input].account.name, name: $0.linkType.pcapName)
        }
    }

    /// Calls `body` with the next frame. The bytes are the reader's own and valid during the call. A file that is cut
    /// or damaged ends, with the reason.
    package mutating func next(
        _ body: (_ header: FrameHeader, _ bytes: Span<UInt8>) -> Void
    ) throws(CaptureError) -> CaptureStep {
        last = nil
        if readers.count == 1 { return try nextOfOnlyOne(body) }
        try readAhead()
        guard let index = due.first else { return unread.isEmpty ? .end(end) : .idle }
        due.removeFirst()
        unread.append(index)
        deliver(readers[index], index, body)
        return .frame
    }

    /// What ``next(_:)`` does for a single input, whose frames need no order.
    private mutating func nextOfOnlyOne(_ body: (FrameHeader, Span<UInt8>) -> Void) throws(CaptureError) -> CaptureStep
    {
        var hasWaited = false
        while !unread.isEmpty {
            let reader = readers[0]
            switch try read(reader) {
            case .frame:
                known.update(0, reader)
                deliver(reader, 0, body)
                return .frame
            case .opened(let opened):
                readers[0] = opened
            case .idle:
                guard !hasWaited else { return .idle }
                reader.wait()
                hasWaited = true
            case .end:
                known.update(0, reader)
                unread.removeAll()
            }
        }
        return .end(end)
    }

    /// Has all inputs read their next frames, and waits once for those that have none. Those that were waited for in
    /// vain are not waited for again before they have a frame, as long as others have.
    private mutating func readAhead() throws(CaptureError) {
        try readOnce()
        guard let index = unread.last(where: { due.isEmpty || !readers[$0].isQuiet }) else { return }
        readers[index].wait()
        try readOnce()
        for index in unread { readers[index].isQuiet = true }
    }

    private mutating func readOnce() throws(CaptureError) {
        var position = unread.count
        while position > 0 {
            let index = unread[position - 1]
            switch try read(readers[index]) {
            case .frame:
                readers[index].isQuiet = false
                known.update(index, readers[index])
                enqueue(index)
            case .opened(let reader):
                readers[index] = reader
                continue
            case .idle:
                position -= 1
                continue
            case .end:
                known.update(index, readers[index])
            }
            position -= 1
            unread.remove(at: position)
        }
    }

    /// Has a reader read, and counts what its filter left out on the way, whether or not a frame came of it.
    private mutating func read(_ reader: FrameReader) throws(CaptureError) -> FrameReader.Outcome {
        let leftOutBefore = reader.leftOut
        let outcome = try reader.read()
        leftOut &+= reader.leftOut &- leftOutBefore
        return outcome
    }

    private mutating func deliver(_ reader: FrameReader, _ index: Int, _ body: (FrameHeader, Span<UInt8>) -> Void) {
        count &+= 1
        last = index
        reader.account.count(reader.time)
        let (interface, linkType) = known.take(index, reader.interface)
        let header = FrameHeader(
            number: FrameNumber(rawValue: count &+ leftOut), time: reader.time, linkType: linkType,
            wireLength: reader.wireLength, input: index, interface: interface)
        reader.withFrame { body(header, $0) }
    }

    /// Keeps `due` sorted; a reader that was first usually is again.
    private mutating func enqueue(_ index: Int) {
        let time = readers[index].time
        let position = due.firstIndex { other in
            let otherTime = readers[other].time
            return time < otherTime || (time == otherTime && index < other)
        }
        due.insert(index, at: position ?? due.endIndex)
    }

    /// The first end that was not complete, if any.
    private var end: CaptureEnd {
        readers.lazy.compactMap(\.account.end).first { $0 != .complete } ?? .complete
    }
}
