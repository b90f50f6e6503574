import CZlib

/// Expands gzip (RFC 1952): one member after the other, and zero bytes behind the last as tapes pad with.
///
/// `@safe`: the stream's pointer is made in `init` and freed in `deinit`, and zlib gets no pointer but those of buffers
/// that outlive the call.
@safe final class GzipStream: ExpandingStream {
    /// The largest window, with 16 added for gzip.
    private static let windowBits: Int32 = 15 + 16

    private let stream: UnsafeMutablePointer<z_stream>
    private(set) var isBetweenStreams = false

    init?() {
        // Safe: zlib asks for a zeroed structure, and keeps its address, which does not change.
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        // Safe: by its size zlib checks that both mean the same structure.
        let size = unsafe Int32(MemoryLayout<z_stream>.size)
        guard unsafe inflateInit2_(stream, Self.windowBits, ZLIB_VERSION, size) == Z_OK else {
            unsafe stream.deallocate()
            return nil
        }
    }

    deinit {
        // Safe: the stream was made in `init`, and is freed once.
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    func expand(
        _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> ExpandedPiece {
        var skipped = 0
        if isBetweenStreams {
            while skipped < input.count, unsafe input[skipped] == 0 { skipped += 1 }
            guard skipped < input.count else { return ExpandedPiece(consumed: skipped) }
            let first = unsafe input[skipped]
            guard first == 0x1f else {
                return ExpandedPiece(consumed: skipped, problem: "bytes that are not gzip follow the gzip stream")
            }
            // Safe: the stream is open.
            unsafe inflateReset(stream)
            isBetweenStreams = false
        }
        // Safe: both buffers are the caller's, and `skipped` lies inside of the input.
        return unsafe inflate(input, from: skipped, into: output)
    }

    private func inflate(
        _ input: UnsafeBufferPointer<UInt8>, from start: Int, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> ExpandedPiece {
        let available = UInt32(clamping: input.count - start)
        let room = UInt32(clamping: output.count)
        // Safe: zlib reads and writes no more than both buffers have, which live during the call.
        unsafe stream.pointee.next_in = input.baseAddress.map { unsafe $0 + start }
        unsafe stream.pointee.avail_in = available
        unsafe stream.pointee.next_out = output.baseAddress
        unsafe stream.pointee.avail_out = room
        let status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
        var piece = ExpandedPiece()
        piece.consumed = unsafe start + Int(available - stream.pointee.avail_in)
        piece.produced = unsafe Int(room - stream.pointee.avail_out)
        switch status {
        case Z_OK, Z_BUF_ERROR: break
        case Z_STREAM_END: isBetweenStreams = true
        default:
            // Safe: zlib sets the message to nil or to a string constant, and the text is copied here.
            let reason = unsafe stream.pointee.msg.map { unsafe String(cString: $0) }
            piece.problem = "the gzip stream is damaged: \(reason ?? "error \(status)")"
        }
        return piece
    }
}
