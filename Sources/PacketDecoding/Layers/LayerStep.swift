/// Reads one layer at the cursor, moves the cursor behind its header and narrows it to its payload.
typealias Layer = (_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep

/// Reads a tunnel's header as a ``Layer`` does. Nil where the bytes are not such a header; the cursor is then of no
/// use.
typealias Tunnel = (_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep?

/// What comes after a layer's header.
enum LayerStep {
    /// Another layer, at the cursor.
    case next(Layer)
    /// A UDP payload: all that is left at the cursor.
    case datagram(sourcePort: UInt16, destinationPort: UInt16)
    /// What a capture agent saw elsewhere: all that is left at the cursor.
    case relayed(RelayedPayload)
    /// A TCP segment, its data at the cursor.
    case segment(TCPSegment)
    /// An SCTP packet, its chunks at the cursor.
    case chunks(SCTPHeader)
    /// A part of an IP datagram, its data at the cursor.
    case fragment(IPFragment)
    /// Nothing of interest.
    case other(OtherProtocol)
    /// Nothing that can be read.
    case undecoded(UndecodedReason)
}
