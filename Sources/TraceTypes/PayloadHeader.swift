/// All that the layers below SIP say of a payload besides its bytes.
public struct PayloadHeader: Sendable {
    /// The frame that completed the payload.
    public var frame: FrameNumber
    /// When that frame was captured.
    public var time: Timestamp
    /// Who sent it.
    public var source: Endpoint
    /// To whom.
    public var destination: Endpoint
    /// What carried it.
    public var transport: Transport
    /// Whether a snap length cut the payload short of what was on the wire.
    public var isTruncated: Bool
    /// A number that two captures of one packet share, and that differs when the sender sends the same bytes again: the
    /// identification in the IPv4 header, or the place in a stream. Nil where there is none, as in IPv6.
    public var identification: UInt16?

    /// Makes a payload header.
    public init(
        frame: FrameNumber, time: Timestamp, source: Endpoint, destination: Endpoint, transport: Transport,
        isTruncated: Bool = false, identification: UInt16? = nil
    ) {
        self.frame = frame
        self.time = time
        self.source = source
        self.destination = destination
        self.transport = transport
        self.isTruncated = isTruncated
        self.identification = identification
    }
}
