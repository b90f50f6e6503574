import Glibc

/// The bytes of a file or of standard input, expanded where they are compressed, through one buffer.
///
/// `@safe`: the buffer is made in `init` and freed in `deinit`; what lies between `start` and `end` was written, and
/// both stay within the capacity.
@safe final class ByteSource {
    /// Bytes of the buffer, unless more are asked for at once.
    let bufferSize: Int
    private let input: InputDescriptor
    private var expander: Expander?
    private var buffer: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var start = 0
    private var end = 0
    private var hasEnded = false
    /// Why there are no more bytes, where that is not because all were read.
    private(set) var failure: CaptureEnd?
    /// How many bytes ``move(to:atMost:)`` may hand out, to a reader that keeps what it gets; nil for any number.
    var allowance: Int?
    /// Whether the input is compressed.
    var isCompressed: Bool { expander != nil }
    /// Whether reading ended because nobody wanted to wait for more.
    var wasStopped: Bool { input.wasStopped }
    /// Whether ``supply(_:)`` may say `.notYet`.
    var isPatient: Bool { input.isPatient }
    /// How many bytes are in the buffer.
    var count: Int { end - start }

    init(_ input: InputDescriptor, bufferSize: Int) {
        self.input = input
        self.bufferSize = bufferSize
        capacity = bufferSize
        unsafe buffer = .allocate(capacity: bufferSize)
    }

    deinit {
        // Safe: it was made in `init` or in `makeRoom`, and is freed once.
        unsafe buffer.deallocate()
    }

    /// Has `wanted` bytes in the buffer, if there are so many.
    func supply(_ wanted: Int) -> Supply {
        while count < wanted {
            guard !hasEnded else { return .ended }
            makeRoom(wanted)
            // Safe: the buffer has so much room behind `end`, as `makeRoom` saw to.
            let outcome = unsafe refill(UnsafeMutableBufferPointer(start: buffer + end, count: capacity - end))
            if case .nothingYet = outcome { return .notYet }
            end += settle(outcome)
        }
        return .ready
    }

    /// Waits for more bytes, for a short time.
    func wait() {
        input.wait()
    }

    /// Calls `body` with the bytes in the buffer, at most `limit`.
    func withBytes<Result>(upTo limit: Int = .max, _ body: (Span<UInt8>) -> Result) -> Result {
        // Safe: these bytes were written, and the buffer is not touched during the call.
        let bytes = unsafe UnsafeBufferPointer(start: buffer + start, count: min(count, limit))
        return body(unsafe bytes.span)
    }

    /// The first byte in the buffer; valid, with the `count` bytes from it on, until bytes are asked for again.
    var pointer: UnsafePointer<UInt8> { unsafe UnsafePointer(buffer + start) }

    /// Leaves bytes out; says how many of them were in the buffer.
    @discardableResult
    func skip(_ wanted: Int) -> Int {
        let skipped = min(wanted, count)
        start += skipped
        return skipped
    }

    /// Moves bytes out, as many as there are at once; 0 at the end.
    func move(to target: UnsafeMutablePointer<UInt8>, atMost limit: Int) -> Int {
        // What need not be looked at first goes there without a detour.
        if count == 0, allowance == nil, !hasEnded, !isPatient {
            return settle(unsafe refill(UnsafeMutableBufferPointer(start: target, count: limit)))
        }
        while case .notYet = supply(1) { wait() }
        let moved = min(limit, count, allowance ?? .max)
        // Safe: the caller has room for `limit` bytes, and the buffer holds those that are moved.
        unsafe target.update(from: buffer + start, count: moved)
        start += moved
        if let allowance { self.allowance = allowance - moved }
        return moved
    }

    /// Takes the input, of which some is in the buffer, for compressed. False when there is no memory.
    func expand(_ compression: Compression) -> Bool {
        // Safe: these bytes were written.
        let beginning = unsafe UnsafeBufferPointer(start: buffer + start, count: count)
        expander = unsafe Expander(compression, beginning: beginning, bufferSize: min(bufferSize, 64 << 10))
        (start, end) = (0, 0)
        return expander != nil
    }

    private func refill(_ room: UnsafeMutableBufferPointer<UInt8>) -> ReadOutcome {
        if let expander { return unsafe expander.read(from: input, into: room) }
        guard let target = room.baseAddress else { return .end }
        return unsafe input.read(into: target, count: room.count)
    }

    /// How many bytes an outcome brought; where it brought none, there will be none.
    private func settle(_ outcome: ReadOutcome) -> Int {
        if case .bytes(let count) = outcome { return count }
        if case .failed(let reason) = outcome { failure = reason }
        hasEnded = true
        return 0
    }

    /// Has room for `wanted` bytes from `start` on, and for one more at least.
    private func makeRoom(_ wanted: Int) {
        if start == end { (start, end) = (0, 0) }
        if start + wanted <= capacity, end < capacity { return }
        let held = count
        if wanted > capacity {
            capacity = wanted
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted)
            // Safe: the larger buffer has room for what the old one holds, which is freed once.
            unsafe larger.update(from: buffer + start, count: held)
            unsafe buffer.deallocate()
            unsafe buffer = unsafe larger
        } else {
            // Safe: memmove takes ranges that overlap; both lie inside of the buffer.
            unsafe memmove(buffer, buffer + start, held)
        }
        (start, end) = (0, held)
    }
}
