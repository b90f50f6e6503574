/// The link header that Linux makes up for the `any` device and for devices without one of their own.
enum LinuxCookedLayer {
    /// Version 1: packet type, device type, address, then the protocol in the last two of 16 bytes.
    static func readVersion1(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(16) else { return .undecoded(.shortLinkHeader) }
        let type = bytes.bigEndian16(at: cursor.offset + 14)
        cursor.offset += 16
        return proto(type)
    }

    /// Version 2: the protocol in the first two of 20 bytes.
    static func readVersion2(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(20) else { return .undecoded(.shortLinkHeader) }
        let type = bytes.bigEndian16(at: cursor.offset)
        cursor.offset += 20
        return proto(type)
    }

    /// Values below 0x0600 are Linux's own numbers for frames without an EtherType.
    private static func proto(_ type: UInt16) -> LayerStep {
        type < 0x0600 ? .other(.llc) : LayerTable.etherType(type)
    }
}
