/// The fields of a TCP header that putting streams together needs.
struct TCPSegment {
    var sourcePort: UInt16
    var destinationPort: UInt16
    /// The sequence number of the first byte, or of the SYN before it.
    var sequence: UInt32
    var isSynchronizing: Bool
    var isFinishing: Bool
    var isResetting: Bool
    /// Bytes of data the segment had on the wire, of which the frame may hold fewer.
    var wireCount: Int
}
