/// The one's complement checksum of IP, UDP and TCP.
enum InternetChecksum {
    static func of(_ bytes: [UInt8]) -> UInt16 {
        var sum: UInt32 = 0
        for index in stride(from: 0, to: bytes.count, by: 2) {
            let low = index + 1 < bytes.count ? UInt32(bytes[index + 1]) : 0
            sum += UInt32(bytes[index]) << 8 | low
        }
        while sum > 0xffff { sum = (sum >> 16) + (sum & 0xffff) }
        return ~UInt16(sum)
    }
}
