/// Base64 as PASSporTs use it (RFC 8225 section 3 with RFC 7515; RFC 8224 section 4 also allows `+` and `/`).
enum Base64 {
    /// The bytes that the text stands for; nil for anything but the two alphabets with padding at the end or none.
    static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(text.count / 4 * 3 + 2)
        var pending: UInt32 = 0
        var digits = 0
        var padding = 0
        for byte in text {
            if byte == ASCII.equals {
                padding += 1
                continue
            }
            guard padding == 0, let sextet = sextet(byte) else { return nil }
            pending = pending << 6 | UInt32(sextet)
            digits += 1
            if digits % 4 != 1 {
                decoded.append(UInt8(truncatingIfNeeded: pending >> UInt32((4 - (digits - 1) % 4 - 1) * 2)))
            }
        }
        guard digits % 4 != 1, padding == 0 || padding == (4 - digits % 4) % 4 else { return nil }
        return decoded
    }

    private static func sextet(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 65...90: byte - 65
        case 97...122: byte - 71
        case 48...57: byte + 4
        case 43, 45: 62
        case 47, 95: 63
        default: nil
        }
    }
}
