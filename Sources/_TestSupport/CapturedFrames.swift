import Foundation
import TraceTypes

/// The frames of a classic pcap file in little-endian order with microseconds, as the fixtures are.
package struct CapturedFrames: Sendable {
    /// How the frames' first bytes are to be read.
    package let linkType: LinkType
    /// The frames with their times.
    package var frames: [(bytes: [UInt8], time: Timestamp)] = []

    /// Reads a file; nil for one of another kind.
    package init?(path: String) {
        guard let data = FileManager.default.contents(atPath: path), data.count >= 24 else { return nil }
        let bytes = [UInt8](data)
        func number(_ offset: Int) -> Int {
            (0..<4).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
        }
        guard number(0) == 0xa1b2_c3d4 else { return nil }
        linkType = LinkType(rawValue: UInt32(number(20)))
        var offset = 24
        while offset + 16 <= bytes.count {
            let length = number(offset + 8)
            guard offset + 16 + length <= bytes.count else { return nil }
            let time = Timestamp(seconds: Int64(number(offset)), nanoseconds: Int64(number(offset + 4)) * 1000)
            frames.append((Array(bytes[(offset + 16)..<(offset + 16 + length)]), time))
            offset += 16 + length
        }
    }

    /// The bytes of a file with these of the frames.
    package func file(_ chosen: some Sequence<Int>) -> [UInt8] {
        var builder = CaptureFileBuilder(linkType: linkType)
        for index in chosen { builder.add(frames[index].bytes, at: frames[index].time) }
        return builder.bytes
    }
}
