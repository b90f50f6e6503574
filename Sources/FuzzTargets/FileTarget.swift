import Foundation
import PacketCapture

/// A capture file, read to its end.
enum FileTarget {
    /// A classic record and a simple packet block take so many bytes at least.
    private static let shortestRecord = 12

    static func run(_ bytes: Span<UInt8>, _ violations: inout Violations) {
        let path = FileManager.default.temporaryDirectory.appending(path: "sipwatch-fuzz-\(UUID().uuidString)").path
        guard FileManager.default.createFile(atPath: path, contents: Data((0..<bytes.count).map { bytes[$0] })) else {
            return violations.expect(false, "no room for the file")
        }
        defer { try? FileManager.default.removeItem(atPath: path) }
        let all = FileReading(path, filter: nil, &violations)
        let again = FileReading(path, filter: nil, &violations)
        violations.expect(all == again, "other frames when read once more")
        let short = FileReading(path, filter: FileReading.shortFilter, &violations)
        violations.expect(short.frames <= all.frames, "\(short.frames) frames through a filter, \(all.frames) without")
        violations.expect(
            short.error != all.error || short.shortFrames == all.shortFrames, "other frames or numbers through a filter"
        )
        if !isCompressed(bytes) {
            violations.expect(all.frames, atMost: bytes.count / shortestRecord, "frames")
            violations.expect(all.bytes, atMost: bytes.count, "bytes of frames")
        }
    }

    private static func isCompressed(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count >= 2 else { return false }
        // gzip; Zstandard, whose first frame may be one to be skipped.
        return [(0x1f, 0x8b), (0x28, 0xb5)].contains { $0 == (bytes[0], bytes[1]) }
            || (0x50...0x5f).contains(bytes[0]) && bytes[1] == 0x2a
    }
}
