import TraceTypes

/// What a capture agent says of a payload that it sends on; the addresses are the cursor's.
struct RelayedPayload {
    /// When the agent saw it; nil for the time of the frame that brought it.
    var time: Timestamp?
    var sourcePort: UInt16
    var destinationPort: UInt16
    var transport: Transport

    /// The header of the payload at the cursor.
    func header(_ frame: FrameHeader, _ cursor: LayerCursor) -> PayloadHeader {
        PayloadHeader(
            frame: frame.number, time: time ?? frame.time,
            source: Endpoint(address: cursor.source, port: sourcePort),
            destination: Endpoint(address: cursor.destination, port: destinationPort), transport: transport,
            isTruncated: cursor.isTruncated)
    }
}
