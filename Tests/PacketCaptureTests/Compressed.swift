import CZlib
import CZstd

/// Compresses bytes, to be expanded by what is tested.
enum Compressed: String, CaseIterable, Sendable {
    case gzip, zstd

    /// One member or frame.
    func callAsFunction(_ bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .gzip: Self.gzipped(bytes)
        case .zstd: Self.zstandard(bytes)
        }
    }

    private static func gzipped(_ bytes: [UInt8]) -> [UInt8] {
        var stream = unsafe z_stream()
        let size = unsafe Int32(MemoryLayout<z_stream>.size)
        // Safe: the stream is used at one address, and the buffers have the lengths given.
        return unsafe withUnsafeMutablePointer(to: &stream) { stream in
            unsafe deflateInit2_(stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
            defer { _ = unsafe deflateEnd(stream) }
            let bound = unsafe Int(deflateBound(stream, UInt(bytes.count))) + 32
            return unsafe bytes.withUnsafeBufferPointer { input in
                unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, count in
                    unsafe stream.pointee.next_in = input.baseAddress
                    unsafe stream.pointee.avail_in = UInt32(input.count)
                    unsafe stream.pointee.next_out = output.baseAddress
                    unsafe stream.pointee.avail_out = UInt32(bound)
                    unsafe deflate(stream, Z_FINISH)
                    count = unsafe bound - Int(stream.pointee.avail_out)
                }
            }
        }
    }

    private static func zstandard(_ bytes: [UInt8]) -> [UInt8] {
        let bound = ZSTD_compressBound(bytes.count)
        // Safe: both buffers have the lengths given.
        return unsafe bytes.withUnsafeBufferPointer { input in
            unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, count in
                count = unsafe ZSTD_compress(output.baseAddress, bound, input.baseAddress, input.count, 3)
            }
        }
    }
}
