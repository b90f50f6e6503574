/// The link header that Linux makes up for the `any` device and for devices without one of their own.
enum LinuxCookedLayer {
    /// Version 1: packet type, kind of device, address, then the protocol in the last two of 16 bytes.
    static func readVersion1(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(16) else { return .undecoded(.shortLinkHeader) }
        let device = bytes.bigEndian16(at: cursor.offset + 2)
        let type = bytes.bigEndian16(at: cursor.offset + 14)
        cursor.offset += 16
        return step(device, type)
    }

    /// Version 2: the protocol in the first two of 20 bytes, the kind of device in the ninth and tenth.
    static func readVersion2(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(20) else { return .undecoded(.shortLinkHeader) }
        let type = bytes.bigEndian16(at: cursor.offset)
        let device = bytes.bigEndian16(at: cursor.offset + 8)
        cursor.offset += 20
        return step(device, type)
    }

    /// Some kinds of device have frames of their own, whatever the protocol field says.
    private static func step(_ device: UInt16, _ type: UInt16) -> LayerStep {
        switch device {
        case 824: .other(.netlink)
        case 801: .next(WiFiLayer.read)
        case 802: .next(RadioLayer.readPrism)
        case 803: .next(RadioLayer.readRadiotap)
        default: proto(type)
        }
    }

    /// Values below 0x0600 are Linux's own numbers for frames without an EtherType.
    private static func proto(_ type: UInt16) -> LayerStep {
        switch type {
        case 0x0003: .next(EthernetLayer.read)
        case 0x0004: .next(LLCLayer.read)
        case 0x0007: .next(HDLCLayer.read)
        case ..<0x0600: .other(.llc)
        default: LayerTable.etherType(type)
        }
    }
}
