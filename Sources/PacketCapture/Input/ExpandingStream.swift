/// Undoes a compression, piece by piece.
protocol ExpandingStream: AnyObject {
    /// Expands some of `input` into `output`. Nothing consumed and nothing produced means that it wants more input.
    func expand(
        _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> ExpandedPiece

    /// Whether the input may end here: each stream in it has come to its own end.
    var isBetweenStreams: Bool { get }
}

/// What one step of expanding came to.
struct ExpandedPiece {
    /// Bytes of the input that were used up.
    var consumed = 0
    /// Bytes that came out.
    var produced = 0
    /// What is wrong with the input behind what came out.
    var problem: String?
}
