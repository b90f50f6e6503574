import Testing

/// One frame taken apart; making one checks every length and checksum on the way.
struct WrittenFrame {
    let time: Int64
    let source: [UInt8]
    let destination: [UInt8]
    let sourcePort: UInt64
    let destinationPort: UInt64
    let isTCP: Bool
    /// The sequence and acknowledgment numbers; zero for UDP.
    let sequence: UInt32
    let acknowledgment: UInt32
    let payload: [UInt8]

    init(time: Int64, bytes: [UInt8]) throws {
        self.time = time
        var ethernet = ByteReader(bytes)
        _ = try ethernet.take(12)
        let etherType = try ethernet.big(2)
        try #require(etherType == 0x0800 || etherType == 0x86DD)
        let packet = try ethernet.remainder()
        var ip = ByteReader(packet)
        let segmentLength: UInt64
        let transport: UInt64
        if etherType == 0x0800 {
            #expect(Self.onesComplementSum(Array(packet.prefix(20))) == 0xFFFF)
            #expect(try ip.big(2) == 0x4500)
            segmentLength = try ip.big(2) - 20
            _ = try ip.take(5)
            transport = try ip.big(1)
            _ = try ip.take(2)
            source = try ip.take(4)
            destination = try ip.take(4)
        } else {
            #expect(try ip.big(4) == 0x6000_0000)
            segmentLength = try ip.big(2)
            transport = try ip.big(1)
            _ = try ip.take(1)
            source = try ip.take(16)
            destination = try ip.take(16)
        }
        let segment = try ip.remainder()
        try #require(segment.count == Int(segmentLength))
        let pseudo =
            source + destination + [0, UInt8(transport)] + [UInt8(segmentLength >> 8), UInt8(segmentLength & 255)]
        #expect(Self.onesComplementSum(pseudo + segment) == 0xFFFF)
        isTCP = transport == 6
        var reader = ByteReader(segment)
        sourcePort = try reader.big(2)
        destinationPort = try reader.big(2)
        if isTCP {
            sequence = UInt32(try reader.big(4))
            acknowledgment = UInt32(try reader.big(4))
            #expect(try reader.big(2) == 0x5018)
            _ = try reader.take(6)
        } else {
            try #require(transport == 17)
            sequence = 0
            acknowledgment = 0
            #expect(try reader.big(2) == segmentLength)
            #expect(try reader.big(2) != 0)
        }
        payload = try reader.remainder()
    }

    /// The sum that RFC 1071 wants to be all ones over data that holds its own checksum.
    static func onesComplementSum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0
        for index in stride(from: 0, to: bytes.count, by: 2) {
            sum += UInt32(bytes[index]) << 8 | UInt32(index + 1 < bytes.count ? bytes[index + 1] : 0)
            if sum > 0xFFFF { sum -= 0xFFFF }
        }
        return sum
    }
}
