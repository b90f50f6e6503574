/// Waits for the beginning of an input, and finds the reader for what it is.
final class UnopenedReader: FrameReader {
    /// Bytes that tell what an input is that cannot be read.
    private static let foreignLength = 512

    private let source: ByteSource
    private let input: InputDescriptor
    private let filter: FrameFilter?
    /// What the input is called in errors.
    private let path: String

    init(
        name: String, calledInErrors path: String, _ input: InputDescriptor, bufferSize: Int, _ filter: FrameFilter?
    ) {
        self.path = path
        self.input = input
        self.filter = filter
        source = ByteSource(input, bufferSize: bufferSize)
        super.init(InputAccount(name: name))
    }

    override var interfaceCount: Int { 0 }

    override func wait() {
        source.wait()
    }

    /// Never a frame: `.opened` once the format is known.
    override func read() throws(CaptureError) -> Outcome {
        if case .notYet = source.supply(4) { return .idle }
        if !source.isCompressed, let compression = source.withBytes({ Compression($0) }) {
            guard source.expand(compression) else { throw .unreadableFile(path: path, reason: "out of memory") }
            return try read()
        }
        if case .notYet = source.supply(PcapRecordLayout.fileHeaderLength) { return .idle }
        if source.wasStopped {
            account.end = .complete
            return .end
        }
        if !isCapture, case .notYet = source.supply(Self.foreignLength) { return .idle }
        // libpcap takes bytes out of the buffer even when it refuses them.
        let beginning = source.withBytes(upTo: Self.foreignLength) { bytes in bytes.indices.map { bytes[$0] } }
        guard let reader = try reader() else { throw problem(beginning) }
        return .opened(reader)
    }

    /// Whether it begins as a capture does, so that nothing more of it needs to be seen.
    private var isCapture: Bool {
        source.withBytes { PcapngBlock.byteOrder($0) != nil || PcapRecordLayout($0) != nil }
    }

    private func reader() throws(CaptureError) -> FrameReader? {
        let isPcapng = source.withBytes { ByteOrder.big.uint32($0, at: 0) == PcapngBlock.section }
        guard isPcapng else {
            return try PcapFileReader(name: account.name, source: source, filter: filter)
        }
        guard let order = source.withBytes(PcapngBlock.byteOrder) else { return nil }
        let reader = PcapngReader(name: account.name, source: source, filter: filter)
        if input.isWhole, !source.isCompressed { reader.lostFrames = PcapngTail.lostFrames(input, order) }
        return reader
    }

    /// What is wrong with an input that begins so and is no capture.
    private func problem(_ beginning: [UInt8]) -> CaptureError {
        switch source.failure {
        case .damagedFile(let reason), .truncatedFile(let reason):
            return .unreadableFile(path: path, reason: reason)
        case .complete, nil:
            guard !beginning.isEmpty else { return .emptyFile(path: path) }
            return .notACapture(path: path, looksLike: ForeignFile(beginning: beginning))
        }
    }
}
