/// What one read from a capture came to.
package enum CaptureStep: Equatable, Sendable {
    /// A frame was handed to the body.
    case frame
    /// A device had no frame within its read timeout. A chance to look at flags and clocks.
    case idle
    /// There are no more frames.
    case end(CaptureEnd)
}
