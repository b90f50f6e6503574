import CPcap
import TraceTypes

/// Reads one input and holds the frame it read last.
///
/// `@safe`: `bytes` is valid, with `count` bytes, from a successful `read()` to the next one, and only `withFrame`
/// hands it out, as a span that cannot escape.
@safe class FrameReader {
    enum Outcome {
        /// There is a frame.
        case frame
        /// There is none yet.
        case idle
        /// There will be none.
        case end
        /// The input's format has become known; this reader goes on with it.
        case opened(FrameReader)
    }

    final var account: InputAccount
    final var time = Timestamp(nanoseconds: 0)
    final var wireLength = 0
    /// Which of the input's interfaces captured the frame.
    final var interface = 0
    /// How many frames at least are known to have been lost when the input was captured.
    final var lostFrames: UInt64 = 0
    /// Whether waiting for a frame was in vain; others need not wait for it then.
    final var isQuiet = false
    /// Frames that a filter left out.
    final var leftOut: UInt64 = 0
    final var bytes: UnsafePointer<UInt8>?
    final var count = 0

    init(_ account: InputAccount) {
        self.account = account
    }

    /// Goes on to the next frame, without waiting where that can be helped.
    func read() throws(CaptureError) -> Outcome { .end }

    /// Waits for a frame after none was there, for a short time.
    func wait() {}

    /// How many interfaces were met so far.
    var interfaceCount: Int { 1 }

    /// The interface that was met as the `interface`th, counted from 0.
    func description(of interface: Int) -> CaptureInterface? {
        account.linkType.map { CaptureInterface(input: 0, linkType: $0) }
    }

    /// The interfaces that were met so far.
    final var interfaces: [CaptureInterface] { (0..<interfaceCount).compactMap(description) }

    /// How the frames of an interface begin.
    func linkType(of interface: Int) -> LinkType {
        account.linkType ?? .ethernet
    }

    /// The comments on the frame.
    var comments: [String] { [] }

    /// Calls `body` with the bytes of the frame that was read last.
    final func withFrame<Result, Failure>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        // Safe: `count` bytes are kept at `bytes` until the next read, which cannot happen during the call.
        let frame = unsafe UnsafeBufferPointer(start: bytes, count: bytes == nil ? 0 : count)
        return try body(unsafe frame.span)
    }

    /// Takes the length and time that libpcap gives with a frame, whose sub-second field counts such nanoseconds.
    final func take(_ header: pcap_pkthdr, subsecondUnit: Int64) {
        count = Int(header.caplen)
        wireLength = max(count, Int(header.len))
        // A classic pcap counts seconds in 32 bits without a sign, which libpcap extends as if there were one.
        let read = Int64(header.ts.tv_sec)
        let seconds = (Int64(Int32.min)..<0).contains(read) ? read + (1 << 32) : read
        time = Timestamp(seconds: seconds, nanoseconds: Int64(header.ts.tv_usec) &* subsecondUnit)
    }
}
