/// Reads a compressed input, and hands out what it holds.
///
/// `@safe`: the buffer is made in `init`, freed in `deinit`, and used within its capacity.
@safe final class Expander {
    private let compression: Compression
    private let stream: any ExpandingStream
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    /// The bytes of the buffer that are still to be expanded.
    private var pending: Range<Int>
    /// Whether more may come out of what has been taken in.
    private var mayHoldOutput = false
    /// What is wrong behind the bytes that came out.
    private var problem: String?

    /// Starts from bytes that were read already. Nil when there is no memory.
    init?(_ compression: Compression, beginning: UnsafeBufferPointer<UInt8>, bufferSize: Int) {
        guard let stream = compression.stream() else { return nil }
        self.compression = compression
        self.stream = stream
        // Safe: the buffer has room for the beginning, and what is read later is what was written.
        unsafe buffer = .allocate(capacity: max(bufferSize, beginning.count))
        _ = unsafe buffer.update(fromContentsOf: beginning)
        pending = 0..<beginning.count
    }

    deinit {
        // Safe: it was made in `init`, and is freed once.
        unsafe buffer.deallocate()
    }

    /// Expands what is there, at most as many bytes as `output` has room for.
    func read(from input: InputDescriptor, into output: UnsafeMutableBufferPointer<UInt8>) -> ReadOutcome {
        while true {
            if let problem { return .failed(.damagedFile(problem)) }
            if !pending.isEmpty || mayHoldOutput {
                // Safe: `pending` lies inside of the buffer.
                let piece = unsafe stream.expand(UnsafeBufferPointer(rebasing: buffer[pending]), into: output)
                let isStuck = piece.consumed == 0 && piece.produced == 0 && !pending.isEmpty
                problem = piece.problem ?? (isStuck ? "the \(compression.name) stream is damaged" : nil)
                pending = min(pending.lowerBound + piece.consumed, pending.upperBound)..<pending.upperBound
                mayHoldOutput = piece.produced == output.count
                if piece.produced > 0 { return .bytes(piece.produced) }
                continue
            }
            switch unsafe input.read(into: buffer.baseAddress.unsafelyUnwrapped, count: buffer.count) {
            case .bytes(let count): pending = 0..<count
            case .end: return end(input)
            case .nothingYet: return .nothingYet
            case .failed(let reason): return .failed(reason)
            }
        }
    }

    private func end(_ input: InputDescriptor) -> ReadOutcome {
        guard !stream.isBetweenStreams, !input.wasStopped else { return .end }
        return .failed(.truncatedFile("the \(compression.name) stream stops before its end"))
    }
}
