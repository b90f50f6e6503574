import TraceTypes

/// The fields of an SCTP common header that tell associations apart.
struct SCTPHeader {
    var sourcePort: UInt16
    var destinationPort: UInt16
    /// The verification tag, which each side chose for what it receives.
    var tag: UInt32
}

/// One direction of an SCTP association, on one pair of its addresses.
struct SCTPDirection: Hashable {
    var source: Endpoint
    var destination: Endpoint
    var tag: UInt32
}
