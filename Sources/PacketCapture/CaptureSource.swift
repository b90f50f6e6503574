import TraceTypes

/// Frames from one file, several files merged by time, standard input, or a device.
package struct CaptureSource: ~Copyable {
    private let readers: [InputReader]
    /// Readers that hold a frame, in the order in which the frames are due.
    private var due: [Int] = []
    /// Readers that have to read before the next frame can be chosen.
    private var unread: [Int]
    private var count: UInt64 = 0

    /// Opens files; `-` is standard input. Frames come in order of time, and for equal times in the order of the files.
    /// `filter` is a BPF expression that frames have to match.
    package init(files: [String], filter: String? = nil) throws(CaptureError) {
        guard !files.isEmpty else { throw .noInput }
        var readers: [InputReader] = []
        for path in files {
            let handle = try FileOpener.open(path)
            let reader = try InputReader(name: path, handle: handle)
            if let filter { try handle.setFilter(filter) }
            readers.append(reader)
        }
        self.init(readers)
    }

    /// Starts capturing on a device; `any` is all of them.
    package init(device: String, options: LiveOptions = LiveOptions()) throws(CaptureError) {
        self.init([try DeviceOpener.open(device, options)])
    }

    private init(_ readers: [InputReader]) {
        self.readers = readers
        unread = Array(readers.indices.reversed())
    }

    /// What was read from each input so far, in the order they were named.
    package var inputs: [InputAccount] {
        readers.map(\.account)
    }

    /// The interfaces that were met so far; ``FrameHeader/interface`` counts them.
    package var interfaces: [CaptureInterface] {
        readers.indices.map { CaptureInterface(input: $0, linkType: readers[$0].account.linkType) }
    }

    /// The comments that the file holds on the frame that was delivered last.
    package var comments: [String] { [] }

    /// What the kernel counted so far; nil for files.
    package func statistics() -> KernelStatistics? {
        readers.first?.statistics()
    }

    /// Calls `body` with the next frame. The bytes are libpcap's own and valid during the call. A device that fails
    /// throws; a file that is cut or damaged ends, with the reason.
    package mutating func next(
        _ body: (_ header: FrameHeader, _ bytes: Span<UInt8>) -> Void
    ) throws(CaptureError) -> CaptureStep {
        while let index = unread.last {
            switch try readers[index].read() {
            case .frame: enqueue(index)
            case .idle: return .idle
            case .end: break
            }
            unread.removeLast()
        }
        guard let index = due.first else { return .end(end) }
        due.removeFirst()
        unread.append(index)
        deliver(readers[index], index, body)
        return .frame
    }

    private mutating func deliver(_ reader: InputReader, _ index: Int, _ body: (FrameHeader, Span<UInt8>) -> Void) {
        count &+= 1
        reader.account.count(reader.time)
        let header = FrameHeader(
            number: FrameNumber(rawValue: count), time: reader.time, linkType: reader.account.linkType,
            wireLength: reader.wireLength, input: index, interface: index)
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
