/// Frames that a sniffer sends on (TaZmen Sniffer Protocol): a header, tags, the frame.
enum TZSPLayer {
    private static let padding: UInt8 = 0
    private static let end: UInt8 = 1

    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep? {
        let start = cursor.offset
        guard cursor.has(4) else { return cursor.cutHeader }
        guard bytes[start] == 1, bytes[start + 1] <= 5 else { return nil }
        // Received, or to be sent; the rest is talk between the sniffer and the receiver.
        guard bytes[start + 1] <= 1 else { return .other(.tunnelControl) }
        guard let step = step(bytes.bigEndian16(at: start + 2)) else { return nil }
        cursor.offset += 4
        // Each turn goes on by one byte at least.
        while cursor.has(1) {
            let tag = bytes[cursor.offset]
            cursor.offset += 1
            if tag == end { return step }
            if tag == padding { continue }
            guard cursor.has(1) else { break }
            let length = 1 + Int(bytes[cursor.offset])
            guard length <= cursor.wireCount else { return nil }
            guard cursor.has(length) else { break }
            cursor.offset += length
        }
        return cursor.cutHeader
    }

    private static func step(_ encapsulated: UInt16) -> LayerStep? {
        switch encapsulated {
        case 0x01: .next(EthernetLayer.read)
        case 0x12: .next(WiFiLayer.read)
        case 0x77: .next(RadioLayer.readPrism)
        case 0x7f: .next(RadioLayer.readAVS)
        default: nil
        }
    }
}
