/// What became of all frames. `frames` is always the sum of the classes: a frame that was held moves on to the class of
/// the payload that it became part of.
package struct DecodingAccount: Sendable {
    /// Frames that brought a UDP payload, or a part of one that was completed.
    package internal(set) var datagrams = 0
    /// Frames that brought bytes of a TCP stream, or its end, to where they could be delivered.
    package internal(set) var streams = 0
    /// Frames that are kept for later, or were until they were given up, by reason.
    package internal(set) var held = Tally<HoldReason>()
    /// Frames that were understood and carry nothing of interest, by protocol.
    package internal(set) var other = Tally<OtherProtocol>()
    /// Frames that were not understood, by reason.
    package internal(set) var undecoded = Tally<UndecodedReason>()
    /// What reassembly met; not a class of frames.
    package internal(set) var events = Tally<DecodingEvent>()

    /// All frames that were decoded.
    package var frames: Int {
        datagrams + streams + held.total + other.total + undecoded.total
    }

    /// Counts the frames that a result settles. Those that are held, reassembly counts.
    mutating func count(_ result: borrowing DecodeResult, _ frames: Int) {
        switch result {
        case .datagram, .reassembledDatagram: datagrams &+= frames
        case .stream, .reassembledStream: streams &+= frames
        case .held: break
        case .other(let kind): other.count(kind, frames)
        case .undecoded(let reason): undecoded.count(reason, frames)
        }
    }
}
