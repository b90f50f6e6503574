/// Packets of mobile subscribers: GTP-U, version 1 (3GPP TS 29.281).
enum GTPLayer {
    private static let userData: UInt8 = 0xff
    private static let hasExtension: UInt8 = 0x04
    /// A sequence number, a packet number or an extension: any of them brings the fields of all three.
    private static let hasOptions: UInt8 = 0x07

    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep? {
        let start = cursor.offset
        guard cursor.has(8) else { return cursor.cutHeader }
        let flags = bytes[start]
        let length = Int(bytes.bigEndian16(at: start + 2))
        guard flags & 0xf8 == 0x30, length <= cursor.wireCount - 8 else { return nil }
        let isUserData = bytes[start + 1] == userData
        guard isUserData || length == cursor.wireCount - 8 else { return nil }
        guard isUserData else { return .other(.tunnelControl) }
        cursor.limit(to: 8 + length)
        cursor.offset += 8
        guard flags & hasOptions != 0 else { return payload(bytes, cursor) }
        guard cursor.wireCount >= 4 else { return nil }
        guard cursor.has(4) else { return .undecoded(.shortTunnelHeader) }
        var next = flags & hasExtension == 0 ? 0 : bytes[start + 11]
        cursor.offset += 4
        // Each turn goes on by four bytes at least.
        while next != 0 {
            guard cursor.has(1) else { return cursor.cutHeader }
            let length = Int(bytes[cursor.offset]) * 4
            guard length > 0, length <= cursor.wireCount else { return nil }
            guard cursor.has(length) else { return .undecoded(.shortTunnelHeader) }
            cursor.offset += length
            next = bytes[cursor.offset - 1]
        }
        return payload(bytes, cursor)
    }

    /// The header does not say what a session carries.
    private static func payload(_ bytes: Span<UInt8>, _ cursor: LayerCursor) -> LayerStep {
        guard cursor.has(1) else { return cursor.cutHeader ?? .other(.emptyDatagram) }
        if Plausible.isEthernet(bytes, cursor), !Plausible.isIP(bytes, cursor) { return .next(EthernetLayer.read) }
        return switch bytes[cursor.offset] {
        case 0x40...0x4f: .next(IPv4Layer.read)
        case 0x60...0x6f: .next(IPv6Layer.read)
        case 0xff: .next(PPPLayer.read)
        default: .other(.otherLinkProtocol)
        }
    }
}
