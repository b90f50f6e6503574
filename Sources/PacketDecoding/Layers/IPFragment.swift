/// A part of an IP datagram, as its header describes it.
struct IPFragment {
    /// What the parts of one datagram have in common, besides the addresses.
    var identification: UInt32
    /// What the whole datagram carries.
    var protocolNumber: UInt8
    /// Where the part belongs in the datagram, in bytes.
    var offset: Int
    /// Whether parts with a greater offset exist.
    var hasMore: Bool
}
