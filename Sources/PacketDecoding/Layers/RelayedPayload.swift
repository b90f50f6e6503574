import TraceTypes

/// What a capture agent says of a payload that it sends on; the addresses are the cursor's.
struct RelayedPayload {
    /// When the agent saw it; nil for the time of the frame that brought it.
    var time: Timestamp?
    var sourcePort: UInt16
    var destinationPort: UInt16
    var transport: Transport

    /// How far an agent's clock may be off from that of the capture. A time farther off is no time that deadlines can be
    /// reckoned with; then that of the frame serves.
    private static let clockTolerance = TimeSpan.seconds(600)

    /// The header of the payload at the cursor.
    func header(_ frame: FrameHeader, _ cursor: LayerCursor) -> PayloadHeader {
        let offset = time.map { $0 - frame.time } ?? .zero
        let isNear = offset <= Self.clockTolerance && offset >= Self.clockTolerance * -1
        return PayloadHeader(
            frame: frame.number, time: isNear ? time ?? frame.time : frame.time,
            source: Endpoint(address: cursor.source, port: sourcePort),
            destination: Endpoint(address: cursor.destination, port: destinationPort), transport: transport,
            isTruncated: cursor.isTruncated)
    }
}
