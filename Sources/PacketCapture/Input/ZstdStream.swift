import CZstd

/// Expands Zstandard (RFC 8878): one frame after the other.
///
/// `@safe`: the context's pointer is made in `init` and freed in `deinit`, and the library gets no pointer but those of
/// buffers that outlive the call.
@safe final class ZstdStream: ExpandingStream {
    /// The largest window, as a power of 2: what `zstd` itself takes without being asked to take more.
    private static let windowBits: Int32 = 27

    private let context: OpaquePointer
    private(set) var isBetweenStreams = false

    init?() {
        // Safe: a nil result is handled, and the context is freed once.
        guard let context = unsafe ZSTD_createDCtx() else { return nil }
        unsafe self.context = unsafe context
        unsafe ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, Self.windowBits)
    }

    deinit {
        // Safe: the context was made in `init`, and is freed once.
        unsafe ZSTD_freeDCtx(context)
    }

    func expand(
        _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> ExpandedPiece {
        // An empty input would be taken for the beginning of a frame.
        guard !isBetweenStreams || !input.isEmpty else { return ExpandedPiece() }
        // Safe: the library reads and writes no more than both buffers have, which live during the call.
        var source = unsafe ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
        var target = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
        let status = unsafe ZSTD_decompressStream(context, &target, &source)
        var piece = unsafe ExpandedPiece(consumed: source.pos, produced: target.pos)
        if ZSTD_isError(status) == 0 {
            isBetweenStreams = status == 0
        } else {
            // Safe: the library returns a string constant, and the text is copied here.
            piece.problem = "the zstd stream is damaged: \(unsafe String(cString: ZSTD_getErrorName(status)))"
        }
        return piece
    }
}
