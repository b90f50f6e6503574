/// What a part of an IP datagram tells of what the whole carries.
enum FragmentContent {
    /// The length of UDP's header, and of UDP-Lite's.
    private static let datagramHeader = 8

    /// Whether a datagram of this IP protocol may carry SIP: all that have a layer of their own, but for RTP and RTCP
    /// over UDP. `begin` reads the first `count` bytes of the datagram, as many as are known.
    static func mayBeSIP(_ protocolNumber: UInt8, _ count: Int, _ begin: (Int) -> UInt8) -> Bool {
        guard case .next = LayerTable.ipProtocol(protocolNumber) else { return false }
        let isDatagram = protocolNumber == 17 || protocolNumber == 136
        guard isDatagram, count > datagramHeader else { return true }
        return begin(datagramHeader) < 0x80
    }
}
