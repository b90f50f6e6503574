/// Serial lines: Cisco's framing, and PPP in HDLC-like framing, told apart by the address.
enum HDLCLayer {
    /// Cisco HDLC: address, control, EtherType.
    static func readCisco(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(4) else { return .undecoded(.shortLinkHeader) }
        let type = bytes.bigEndian16(at: cursor.offset + 2)
        cursor.offset += 4
        return LayerTable.etherType(type)
    }

    /// PPP, or Cisco's framing where the address is one of its two: unicast and broadcast.
    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(1) else { return .undecoded(.shortLinkHeader) }
        let isCisco = bytes[cursor.offset] | 0x80 == 0x8f
        return isCisco ? .next(readCisco) : .next(PPPLayer.read)
    }
}
