import TraceTypes

extension CaptureFileBuilder {
    /// The bytes of a pcapng file with one interface of nanosecond resolution, in little-endian order.
    package static func pcapNG(linkType: LinkType = .ethernet, frames: [(bytes: [UInt8], time: Timestamp)]) -> [UInt8] {
        var file = block(0x0a0d_0d0a, little([0x1a2b_3c4d, 1, 0xffff_ffff, 0xffff_ffff]))
        let resolution: [UInt8] = [9, 0, 1, 0, 9, 0, 0, 0] + [0, 0, 0, 0]
        file += block(1, little([linkType.rawValue, 262_144]) + resolution)
        for frame in frames {
            let ticks = UInt64(bitPattern: frame.time.nanoseconds)
            let count = UInt32(frame.bytes.count)
            let header = little([0, UInt32(ticks >> 32), UInt32(ticks & 0xffff_ffff), count, count])
            let padding = [UInt8](repeating: 0, count: (4 - frame.bytes.count % 4) % 4)
            file += block(6, header + frame.bytes + padding)
        }
        return file
    }

    private static func block(_ type: UInt32, _ body: [UInt8]) -> [UInt8] {
        let length = UInt32(body.count + 12)
        return little([type, length]) + body + little([length])
    }

    private static func little(_ values: [UInt32]) -> [UInt8] {
        values.flatMap { Bytes.big($0.byteSwapped) }
    }
}
