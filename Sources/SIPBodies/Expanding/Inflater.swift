import CZlib

/// The one place of this module that leaves bounds checking: zlib's inflate, fed from bytes in memory, its output taken
/// in chunks so that nothing larger than what may be kept is ever made.
struct Inflater {
    /// What stands around the compressed data.
    enum Wrapper: Int32 {
        /// RFC 1950.
        case zlib = 15
        /// RFC 1952: 16 more than zlib's.
        case gzip = 31
        /// Nothing, RFC 1951: zlib's with a minus.
        case none = -15
    }

    /// How inflating ended.
    enum Ending {
        /// The stream is whole, and its checksum right.
        case whole
        /// The input ends before the stream does.
        case truncated
        /// The input is no such stream, or its checksum is wrong.
        case damaged
        /// More comes out than may be kept.
        case full
    }

    private var chunk = [UInt8](repeating: 0, count: 1 << 14)

    /// Inflates one stream that begins at `start` of `input`, and appends to `output` until it has `limit` bytes. Returns
    /// how it ended and the offset behind what was read.
    mutating func inflate(
        _ input: [UInt8], from start: Int, _ wrapper: Wrapper, limit: Int, into output: inout [UInt8]
    ) -> (ending: Ending, end: Int) {
        guard start >= 0, start < input.count, let available = UInt32(exactly: input.count - start) else {
            return (.truncated, start)
        }
        // Safe: all its fields are zero, which zlib asks for; zlib's own allocator is taken.
        var stream = unsafe z_stream()
        // Safe: nothing but the size of the type, by which zlib checks that both mean the same one.
        let size = unsafe Int32(MemoryLayout<z_stream>.size)
        // Safe: zlib keeps the address of the stream; the pointer is valid from inflateInit2 to inflateEnd, both inside.
        return unsafe withUnsafeMutablePointer(to: &stream) { stream in
            guard unsafe inflateInit2_(stream, wrapper.rawValue, ZLIB_VERSION, size) == Z_OK else {
                return (.damaged, start)
            }
            // Safe: the stream was made above, and is freed once.
            defer { _ = unsafe inflateEnd(stream) }
            // Safe: zlib reads `available` bytes from `start` on, all inside of the buffer, which outlives the loop.
            return unsafe input.withUnsafeBufferPointer { buffer in
                unsafe stream.pointee.next_in = buffer.baseAddress.map { unsafe $0 + start }
                unsafe stream.pointee.avail_in = available
                let ending = unsafe drain(stream, limit: limit, into: &output)
                return (ending, input.count - Int(unsafe stream.pointee.avail_in))
            }
        }
    }

    private mutating func drain(
        _ stream: UnsafeMutablePointer<z_stream>, limit: Int, into output: inout [UInt8]
    ) -> Ending {
        while true {
            // One byte more than may be kept shows that there is more.
            let left = max(0, limit - output.count)
            let room = left < chunk.count ? left + 1 : chunk.count
            // Safe: zlib writes at most `room` bytes, which the chunk has; the pointer does not leave the closure.
            let status = unsafe chunk.withUnsafeMutableBufferPointer { buffer in
                unsafe stream.pointee.next_out = buffer.baseAddress
                unsafe stream.pointee.avail_out = UInt32(room)
                return unsafe CZlib.inflate(stream, Z_NO_FLUSH)
            }
            output += chunk.prefix(room - Int(unsafe stream.pointee.avail_out))
            if output.count > limit {
                output.removeLast(output.count - limit)
                return .full
            }
            switch status {
            case Z_OK: continue
            case Z_STREAM_END: return .whole
            case Z_BUF_ERROR: return .truncated
            default: return .damaged
            }
        }
    }
}
