import Foundation
import Synchronization

/// A file that nobody else can open and that goes away with the process: it is removed from its folder as soon as it is
/// open.
final class ScratchFile: Sendable {
    private let handle: Mutex<FileHandle>
    private let length = Atomic<UInt64>(0)

    /// Makes an empty file in the folder for temporary files; nil where that is not possible.
    init?() {
        let url = FileManager.default.temporaryDirectory.appending(path: "sipwatch-\(UUID().uuidString)")
        let isMade = FileManager.default.createFile(
            atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o600])
        guard isMade, let handle = try? FileHandle(forUpdating: url) else { return nil }
        try? FileManager.default.removeItem(at: url)
        self.handle = Mutex(handle)
    }

    /// Adds bytes at the end, and tells where they stand; nil when the disk does not take them.
    func append(_ bytes: [UInt8]) -> ClosedRange<UInt64>? {
        let start = length.load(ordering: .relaxed)
        let isWritten = handle.withLock { handle in
            (try? handle.seek(toOffset: start)) != nil && (try? handle.write(contentsOf: Data(bytes))) != nil
        }
        guard isWritten else { return nil }
        length.store(start + UInt64(bytes.count), ordering: .relaxed)
        return start...(start + UInt64(bytes.count))
    }

    /// Up to so many bytes from an offset on; none where they cannot be read.
    func read(at offset: UInt64, count: Int) -> [UInt8] {
        handle.withLock { handle in
            guard (try? handle.seek(toOffset: offset)) != nil, let data = try? handle.read(upToCount: count) else {
                return []
            }
            return [UInt8](data)
        }
    }
}
