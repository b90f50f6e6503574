/// The tags by which switch chips tell the processor the port, where the capture type says which chip.
enum SwitchTagLayer {
    /// Broadcom, and Marvell's short tag: four bytes between the addresses and the type.
    static func readFour(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        TagLayer.read(16, bytes, &cursor)
    }

    /// Marvell's long tag: eight bytes between the addresses and the type.
    static func readEight(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        TagLayer.read(20, bytes, &cursor)
    }

    /// Broadcom's other place: four bytes before the frame.
    static func readBefore(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        TagLayer.readServiceInstance(bytes, &cursor)
    }
}
