/// What one attempt to get bytes came to.
enum ReadOutcome {
    /// So many bytes, at least one.
    case bytes(Int)
    /// There may be some later.
    case nothingYet
    /// There are no more.
    case end
    /// There is more, but it cannot be had.
    case failed(CaptureEnd)
}
