import CZlib

/// Makes compressed bodies for tests, by zlib's own compressor.
enum Compressor {
    /// What stands around the compressed data: the values are zlib's window sizes.
    enum Wrapper: Int32 {
        case zlib = 15, gzip = 31, none = -15
    }

    /// Compresses bytes.
    static func compress(_ bytes: [UInt8], _ wrapper: Wrapper) -> [UInt8] {
        // Safe: all fields zero is what zlib asks for; its own allocator is taken.
        var stream = unsafe z_stream()
        // Safe: the stream's address is valid from deflateInit2 to deflateEnd, both inside.
        return unsafe withUnsafeMutablePointer(to: &stream) { stream in
            let size = unsafe Int32(MemoryLayout<z_stream>.size)
            guard
                unsafe deflateInit2_(
                    stream, Z_BEST_COMPRESSION, Z_DEFLATED, wrapper.rawValue, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
                    == Z_OK
            else { return [] }
            defer { _ = unsafe deflateEnd(stream) }
            let bound = Int(unsafe deflateBound(stream, UInt(bytes.count)))
            var output = [UInt8](repeating: 0, count: bound)
            // Safe: zlib reads all of `bytes` and writes at most `bound` bytes, which the output has.
            let left = unsafe bytes.withUnsafeBufferPointer { input in
                unsafe output.withUnsafeMutableBufferPointer { output in
                    unsafe stream.pointee.next_in = input.baseAddress
                    unsafe stream.pointee.avail_in = UInt32(input.count)
                    unsafe stream.pointee.next_out = output.baseAddress
                    unsafe stream.pointee.avail_out = UInt32(output.count)
                    _ = unsafe deflate(stream, Z_FINISH)
                    return Int(unsafe stream.pointee.avail_out)
                }
            }
            return Array(output.prefix(bound - left))
        }
    }

    /// Compresses text.
    static func compress(_ text: String, _ wrapper: Wrapper) -> [UInt8] {
        compress(Array(text.utf8), wrapper)
    }
}
