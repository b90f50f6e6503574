/// The tags by which switch chips tell the processor the port, where the capture type says which chip.
enum SwitchTagLayer {
    /// Broadcom, and Marvell's short tag: four bytes between the addresses and the type.
    static func readFour(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        read(16, bytes, &cursor)
    }

    /// Marvell's long tag: eight bytes between the addresses and the type.
    static func readEight(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        read(20, bytes, &cursor)
    }

    /// Broadcom's other place: four bytes before the frame.
    static func readBefore(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(4) else { return .undecoded(.shortLinkHeader) }
        cursor.offset += 4
        return .next(EthernetLayer.read)
    }

    private static func read(_ length: Int, _ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(length + 2) else { return .undecoded(.shortLinkHeader) }
        let type = bytes.bigEndian16(at: cursor.offset + length)
        cursor.offset += length + 2
        return EthernetLayer.typeOrLength(type, bytes, &cursor)
    }
}
