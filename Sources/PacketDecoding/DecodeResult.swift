import TraceTypes

/// What a frame turned out to hold. Every frame ends in exactly one of these.
package enum DecodeResult {
    /// A whole UDP payload; the range lies in the frame's bytes.
    case datagram(PayloadHeader, Range<Int>)
    /// A UDP payload put together from IP fragments.
    case reassembledDatagram(PayloadHeader, [UInt8])
    /// The next bytes of a TCP stream; the range lies in the frame's bytes.
    case stream(StreamChunk, Range<Int>)
    /// The next bytes of a TCP stream, put together from several segments or fragments.
    case reassembledStream(StreamChunk, [UInt8])
    /// Kept until what it needs arrives; its bytes come with a later result.
    case held(HoldReason)
    /// Understood, and it carries no payload that could be SIP.
    case other(OtherProtocol)
    /// Not understood.
    case undecoded(UndecodedReason)
}
