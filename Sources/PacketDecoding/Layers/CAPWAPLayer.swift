/// What a wireless access point sends to its controller (CAPWAP data, RFC 5415): 802.11, or what a bridge makes of it.
enum CAPWAPLayer {
    private static let isNative: UInt8 = 0x01
    private static let isFragment: UInt8 = 0x80
    private static let isKeepAlive: UInt8 = 0x08

    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep? {
        let start = cursor.offset
        guard cursor.has(8) else { return cursor.cutHeader }
        // The binding is that of 802.11, and the version and the kind are 0; the other kind is DTLS.
        let length = Int(bytes[start + 1] >> 3) * 4
        let binding = bytes[start + 2] >> 1 & 0x1f
        guard bytes[start] == 0, binding == 1, length >= 8, length < cursor.wireCount else { return nil }
        guard bytes[start + 3] & 0x07 == 0 else { return nil }
        guard cursor.has(length) else { return .undecoded(.shortTunnelHeader) }
        if bytes[start + 3] & isKeepAlive != 0 { return .other(.tunnelControl) }
        if bytes[start + 3] & isFragment != 0 { return .other(.wifiFragment) }
        cursor.offset += length
        return bytes[start + 2] & isNative == 0 ? .next(EthernetLayer.read) : .next(WiFiLayer.readSwapped)
    }
}
