/// MPLS in UDP (RFC 7510). A stack of labels has no mark of its own, so what it carries must look like IP or Ethernet.
enum MPLSInUDPLayer {
    /// Labels that are looked through; more than networks stack.
    private static let maximumLabels = 16

    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep? {
        for label in 0..<maximumLabels {
            guard cursor.has(label * 4 + 4) else { return cursor.cutHeader }
            guard bytes[cursor.offset + label * 4 + 2] & 1 == 1 else { continue }
            let end = label * 4 + 4
            guard cursor.has(end + 20) else { return cursor.cutHeader }
            let isPayload =
                Plausible.isIP(bytes, cursor, ahead: end) || Plausible.isEthernet(bytes, cursor, ahead: end)
            let isWire =
                bytes.bigEndian16(at: cursor.offset + end) == 0
                && Plausible.isEthernet(bytes, cursor, ahead: end + 4)
            return isPayload || isWire ? .next(MPLSLayer.read) : nil
        }
        return nil
    }
}
