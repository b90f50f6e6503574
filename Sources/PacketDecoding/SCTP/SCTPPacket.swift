import TraceTypes

/// What is known of an SCTP packet while its chunks are taken apart.
struct SCTPPacket {
    let frame: FrameHeader
    let direction: SCTPDirection
    let identification: UInt16?
    /// The last message that the packet completed.
    var result: DecodeResult?
    /// The frames that were held for that message.
    var settled = SettledFrames()
    /// The last part that waits for others.
    var held: UInt32?
    /// Whether a chunk came before.
    var isRepeated = false
    /// What could not be read.
    private(set) var problem: UndecodedReason?

    init(_ header: SCTPHeader, _ frame: FrameHeader, _ cursor: LayerCursor) {
        self.frame = frame
        identification = cursor.identification
        direction = SCTPDirection(
            source: Endpoint(address: cursor.source, port: header.sourcePort),
            destination: Endpoint(address: cursor.destination, port: header.destinationPort), tag: header.tag)
    }

    /// Notes what could not be read; the first counts.
    mutating func note(_ reason: UndecodedReason) {
        problem = problem ?? reason
    }

    /// The header of a message of this packet.
    func payloadHeader(isTruncated: Bool) -> PayloadHeader {
        PayloadHeader(
            frame: frame.number, time: frame.time, source: direction.source, destination: direction.destination,
            transport: .sctp, isTruncated: isTruncated, identification: identification)
    }
}
