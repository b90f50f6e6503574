/// What became of all frames. `frames` is always the sum of the classes.
package struct DecodingAccount: Sendable {
    /// Frames that completed a UDP payload.
    package internal(set) var datagrams = 0
    /// Frames that brought bytes of a TCP stream, or its end, to where they could be delivered.
    package internal(set) var streams = 0
    /// Frames that were kept for later, by reason.
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

    /// Counts one frame by its result.
    mutating func count(_ result: borrowing DecodeResult) {
        switch result {
        case .datagram, .reassembledDatagram: datagrams &+= 1
        case .stream, .reassembledStream: streams &+= 1
        case .held(let reason): held.count(reason)
        case .other(let kind): other.count(kind)
        case .undecoded(let reason): undecoded.count(reason)
        }
    }
}
