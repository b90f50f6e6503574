/// Whether bytes look like a header, for tunnels that do not say what they carry.
enum Plausible {
    /// Whether an IPv4 or IPv6 header stands `ahead` bytes from the offset whose length fits what the wire had.
    static func isIP(_ bytes: Span<UInt8>, _ cursor: LayerCursor, ahead: Int = 0) -> Bool {
        let start = cursor.offset + ahead
        guard cursor.has(ahead + 20) else { return false }
        let left = cursor.wireCount - ahead
        switch bytes[start] >> 4 {
        case 4:
            let length = Int(bytes.bigEndian16(at: start + 2))
            return bytes[start] & 15 >= 5 && length >= 20 && length <= left
        case 6:
            return left >= 40 && Int(bytes.bigEndian16(at: start + 4)) <= left - 40
        default:
            return false
        }
    }

    /// Whether an Ethernet header stands `ahead` bytes from the offset, whose type is known and agrees with what
    /// follows.
    static func isEthernet(_ bytes: Span<UInt8>, _ cursor: LayerCursor, ahead: Int = 0) -> Bool {
        guard cursor.has(ahead + 15) else { return false }
        let start = cursor.offset + ahead
        let version = bytes[start + 14] >> 4
        return switch bytes.bigEndian16(at: start + 12) {
        case 0x0800: version == 4
        case 0x86dd: version == 6
        case 0x8100, 0x88a8, 0x9100, 0x0806, 0x8847, 0x8863, 0x8864, 0x88cc: true
        default: false
        }
    }
}
